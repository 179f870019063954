import type { ChannelDef } from '../engine/policy/channel.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { type Markup, markup } from './markup.ts';

/** Every channel: hours, cost, accessibility, hand-over. */
export function channelSection({ policy }: Engine): Markup {
  return markup`<table class="rows"><tr><th>channel</th><th>open</th><th>costs</th><th>accessible by</th><th>hands over</th></tr>${policy.channels.map(
    row,
  )}</table>`;
}

function row({ id, cites, hours, free, costs, accessibleBy, handsOver }: ChannelDef): Markup {
  const open = hours === undefined ? '' : hours === 'always' ? 'always' : `as ${hours.calendar}`;
  const overs = handsOver.map(({ to, keeping }) =>
    keeping.length === 0 ? `to ${to}` : `to ${to}, keeping ${keeping.join(', ')}`,
  );
  return markup`<tr><th>${id}${cites !== undefined && markup` <span class="cites">${cites}</span>`}</th><td>${open}</td><td>${
    free ? 'nothing' : (costs?.text ?? '')
  }</td><td>${accessibleBy.join(', ')}</td><td>${overs.join('; ')}</td></tr>
`;
}
