import type { Chain, ChainEdge, ChainNode, ChainPayment } from '../chain/model.ts';

/** Parts of a chain that say nothing yet; each test says what matters to it. */
export const aNode = (id: string, part: Partial<ChainNode> = {}): ChainNode => ({
  ...{ id, kind: 'recruiter', name: id, country: 'NP', place: null },
  ...{ licensed: 'yes', recruiterId: null, withheld: false },
  ...part,
});

export const anEdge = (from: string, to: string, part: Partial<ChainEdge> = {}): ChainEdge => ({
  ...{ id: `${from}-${to}`, from, to, workersAYear: 10, origin: 'NP', destination: 'QA' },
  ...{ contract: 'written', held: [], payments: [] },
  sources: [{ responseId: 'r1', path: `steps[${from}]` }],
  ...part,
});

export const aPayment = (part: Partial<ChainPayment> = {}): ChainPayment => ({
  ...{ category: 'FEE_SERVICE', amount: 100, currency: 'USD', payer: 'worker', payee: null },
  ...{ stage: 'pre_departure', receipt: 'no', basis: 'estimate' },
  source: { responseId: 'r1', path: 'payments[0].pay_amount' },
  ...part,
});

/** Village, sub-agent, recruiter and site, all in writing and with licences, the employer paying. */
export const cleanChain: Chain = {
  nodes: [
    aNode('village', { kind: 'place' }),
    aNode('agent', { kind: 'sub_agent' }),
    aNode('agency'),
    aNode('site', { kind: 'site', country: 'QA' }),
  ],
  edges: [
    anEdge('village', 'agent'),
    anEdge('agent', 'agency'),
    anEdge('agency', 'site', { payments: [aPayment({ payer: 'employer' })] }),
  ],
};
