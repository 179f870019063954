import type { Io } from '../io.ts';
import { decodeText, type ReadText } from './readText.ts';

/** All of standard input as text. */
export async function readStandardInput(io: Io): Promise<ReadText> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return decodeText(Buffer.concat(chunks));
}
