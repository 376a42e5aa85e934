import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { drawChain } from '#app/features/mapping/chain/draw.server.ts';
import { layOut } from '#app/features/mapping/chain/layout.server.ts';
import { mergeMentions } from '#app/features/mapping/chain/merge.ts';
import { actorKinds } from '#app/features/mapping/chain/model.ts';
import { mentionsOf } from '#app/features/mapping/chain/of-answers.ts';
import { pictureOf } from '#app/features/mapping/chain/picture/picture.ts';
import { partyRows, stepRows } from '#app/features/mapping/chain/picture/tables.ts';
import { ChainGraph } from '#app/features/mapping/chain/ui/chain-graph.tsx';
import { ChainTables } from '#app/features/mapping/chain/ui/chain-tables.tsx';
import { nameKey } from '#app/platform/names/likeness.ts';

/** A large chain of many answers: laid out for the first time, and opened as a page is. */
export type ChainSpeed = {
  parties: number;
  steps: number;
  layMs: number;
  openMs: number;
  kilobytes: number;
  limitsMs: { lay: number; open: number };
};

const parties = 5000;
const [responses, stepsEach] = [1000, 21];
const countries = ['NP', 'BD', 'IN', 'ID', 'PH', 'MM', 'LK', 'VN', 'KH', 'PK'];

/** Opening reads the answers, merges them, draws, and writes picture and tables; what was laid out is kept by then. */
export async function chainSpeed(): Promise<ChainSpeed> {
  const stored = Array.from({ length: responses }, (_, at) => answersOf(at));
  const { chain } = open(stored);
  const laying = performance.now();
  await layOut(pictureOf(chain));
  const layMs = performance.now() - laying;
  const opening = performance.now();
  const opened = open(stored);
  const page = pageOf(opened.chain, await drawChain(opened.chain));
  return {
    parties: chain.nodes.length,
    steps: chain.edges.length,
    layMs,
    openMs: performance.now() - opening,
    kilobytes: Math.round(page.length / 1000),
    limitsMs: { lay: 5000, open: 2000 },
  };
}

function open(stored: readonly ReturnType<typeof answersOf>[]) {
  const mentions = stored.map((answers, at) =>
    mentionsOf('site', { name: `Site ${at % 400}`, country: 'MY', place: null }, answers, `response-${at}`),
  );
  return { chain: mergeMentions(mentions, { identityOf: ({ name, key }) => nameKey(name) || key }) };
}

/** Every party four times, in an order that leads in circles. */
function answersOf(response: number) {
  const steps = Array.from({ length: stepsEach }, (_, step) => {
    const party = ((response * stepsEach + step) * 7919) % (parties - 400);
    return {
      step_name: `Party ${party}`,
      step_kind: actorKinds[party % actorKinds.length],
      step_country: countries[party % countries.length],
      ...{ step_origin: countries[response % countries.length], step_destination: 'MY' },
      ...{
        step_workers: party % 300,
        step_licensed: party % 7 === 0 ? 'no' : 'yes',
        step_contract: 'written',
      },
    };
  });
  const payments = steps.slice(0, 5).map(({ step_name: pay_to }) => ({
    ...{ pay_category: 'FEE_SERVICE', pay_amount: 60_000, pay_currency: 'BDT', pay_payer: 'worker', pay_to },
  }));
  return { steps, payments };
}

const pageOf = (chain: ReturnType<typeof open>['chain'], drawing: Awaited<ReturnType<typeof drawChain>>) =>
  [
    createElement(ChainGraph, { drawing, caption: 'A large chain', tables: '#tables' }),
    createElement(ChainTables, {
      ...{ id: 'tables', parties: partyRows(chain, {}), steps: stepRows(chain, {}) },
      answerAt: ({ responseId, path }) => `/answers/${responseId}#${path}`,
      pageAt: (of, page) => `?${of}=${page}`,
    }),
  ]
    .map((part) => renderToStaticMarkup(part))
    .join('');

export const sayChain = ({ parties: all, steps, layMs, openMs, kilobytes, limitsMs }: ChainSpeed) =>
  `a labour chain of ${all} parties and ${steps} steps: laid out in ${layMs.toFixed(0)} ms, ${limitsMs.lay} ms allowed; opened in ${openMs.toFixed(0)} ms, ${limitsMs.open} ms allowed, ${kilobytes} kB`;
