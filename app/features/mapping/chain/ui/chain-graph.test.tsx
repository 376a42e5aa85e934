import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { drawChain } from '../draw.server.ts';
import { mergeMentions } from '../merge.ts';
import { mentionsOf } from '../of-answers.ts';
import { partyRows, stepRows } from '../picture/tables.ts';
import { ChainGraph } from './chain-graph.tsx';
import { ChainTables } from './chain-tables.tsx';
import { fitting } from './shapes.ts';

const journey = { step_origin: 'BD', step_destination: 'MY' };
const answers = {
  steps: [
    { step_name: 'Cumilla', step_kind: 'place', step_workers: 380, ...journey },
    { step_name: 'Karim', step_kind: 'sub_agent', step_workers: 380, step_licensed: 'no', ...journey },
    {
      step_name: 'شركة <b>',
      step_kind: 'recruiter',
      step_workers: 380,
      step_holds: ['passport'],
      ...journey,
    },
  ],
  payments: [
    {
      pay_category: 'FEE_SERVICE',
      pay_amount: 60_000,
      pay_currency: 'BDT',
      pay_payer: 'worker',
      pay_to: 'Karim',
      pay_receipt: 'no',
    },
  ],
  upstream: [{ up_name: 'Secret Staffing', up_kind: 'destination_agency', up_may_be_seen: 'no' }],
};
const chain = mergeMentions(
  [mentionsOf('site', { name: 'Delta', country: 'MY', place: null }, answers, 'r1')],
  {
    identityOf: ({ key }) => key,
  },
);
const judged = {
  parties: new Map([['r1:steps[2]', { tone: 'suspended' as const, text: 'suspended 21 August' }]]),
};
const drawing = await drawChain(chain, judged);
const draw = (direction: 'ltr' | 'rtl') =>
  renderToStaticMarkup(
    <ChainGraph drawing={drawing} caption="The chain of Delta" tables="#all" direction={direction} />,
  );

describe('the picture of a chain', () => {
  const picture = draw('ltr');
  test('says the fee at the step where it is paid, and the standing of who stands there', () => {
    expect(picture).toContain('<title>Karim, fee BDT 60,000, no licence</title>');
    expect(picture).toContain('suspended 21 August');
    expect(picture).toContain('Cumilla to Karim: 380 workers a year; who pays is unknown');
  });

  test('draws who is withheld without a name', () => {
    expect(picture).toContain('Name withheld');
    expect(picture).not.toContain('Secret');
  });

  test('has every party once, with words, and nothing that is no number', () => {
    expect(drawing.boxes).toHaveLength(chain.nodes.length);
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    expect(picture).toContain('شركة &lt;b&gt;');
  });

  test('runs from right to left where its readers do', () => {
    const [, x] = /translate\((\d+(?:\.\d+)?) [\d.]+\)"><title>Cumilla/.exec(draw('rtl')) ?? [];
    const [, plain] = /translate\((\d+(?:\.\d+)?) [\d.]+\)"><title>Cumilla/.exec(picture) ?? [];
    expect(Number(plain)).toBe(0);
    expect(Number(x)).toBe(drawing.width - 176);
  });
});

test('the tables say all the picture does, and lead to the answers', () => {
  const tables = renderToStaticMarkup(
    <ChainTables
      id="all"
      parties={partyRows(chain, judged)}
      steps={stepRows(chain, judged)}
      answerAt={({ responseId, path }) =>
        path.startsWith('steps[0]') ? null : `/answers/${responseId}#${path}`
      }
      pageAt={(of, page) => `?${of}=${page}`}
    />,
  );
  for (const { name } of partyRows(chain, judged).rows) {
    expect(tables).toContain(name.replace('<b>', '&lt;b&gt;'));
  }
  expect(tables).toContain('href="/answers/r1#payments[0]"');
  expect(tables).toContain('worker pays BDT 60,000 to Karim: Fee for finding the job, no receipt');
  expect(tables).toContain('contract unknown; holds passports');
  expect(tables).toContain('an answer you may not read');
});

test('a long table comes by page, and a page that is none is the nearest', () => {
  const many = {
    nodes: Array.from({ length: 250 }, (_, at) =>
      chain.nodes.slice(0, 1).map((node) => ({ ...node, id: `${at}` })),
    ).flat(),
    edges: [],
  };
  expect(partyRows(many, {}, 3)).toMatchObject({ count: 250, page: 3, pages: 3 });
  expect(partyRows(many, {}, 3).rows).toHaveLength(50);
  expect(partyRows(many, {}, 99).page).toBe(3);
  expect(partyRows(many, {}, NaN).page).toBe(1);
});

test('a name is cut between letters, broad ones sooner', () => {
  expect(fitting('Everest Manpower', 20)).toBe('Everest Manpower');
  expect(fitting('Everest Manpower', 10)).toBe('Everest M…');
  expect(fitting('北京国际人力资源', 10)).toBe('北京国际…');
  expect(fitting('काठमाडौं काठमाडौं', 6)).not.toMatch(/^\p{M}|…./u);
});
