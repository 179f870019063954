import { parentPort, workerData } from 'node:worker_threads';
import { loadEngine } from '../../engine/load.ts';
import type { Batch, FromThread } from './messages.ts';
import { type Rendered, separators } from './render.ts';
import type { SimulationSetup } from './setup.ts';
import { createSimulator } from './simulator.ts';

const port = parentPort!;
const setup = workerData as SimulationSetup;
const { take, counts } = createSimulator(setup.policies.map(loadEngine), setup);

// Batches are answered in the order given; null asks for the counts, after which the thread ends.
port.on('message', (batch: Batch | null) => {
  if (batch === null) {
    port.postMessage({ kind: 'counts', counts } satisfies FromThread);
    port.close();
    return;
  }
  const { number, items } = batch;
  port.postMessage({ kind: 'rendered', number, rendered: together(items.map(take)) } satisfies FromThread);
});

/** Plain texts as one, which is handed over more quickly than many. */
function together(rendered: Rendered[]): Rendered[] {
  return rendered.every((each) => typeof each === 'string')
    ? [rendered.join(separators[setup.format])]
    : rendered;
}
