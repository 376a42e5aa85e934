import { countryName } from '#app/platform/places.ts';
import { feeCategoryName } from '#app/questionnaire/fee-categories.ts';
import type { Tone } from '#app/ui/status-tag.tsx';

import { into } from '../merge-edges.ts';
import type { Chain, ChainEdge, ChainPayment, Source } from '../model.ts';
import type { Judged } from './drawing.ts';
import { feesInWords, feesOn } from './fees.ts';
import { gravestTone, markOfEdge } from './marks.ts';
import { contractWords, heldInWords, kindWords, partyName, workersInWords } from './words.ts';

export type PartyRow = {
  id: string;
  name: string;
  kind: string;
  country: string;
  licence: string;
  /** Empty where nobody has judged. */
  standing: string;
  tone: Tone;
  fees: string;
  sources: Source[];
};

export type StepRow = {
  id: string;
  from: string;
  to: string;
  journey: string;
  workers: string;
  agreement: string;
  risk: string;
  tone: Tone;
  payments: { text: string; source: Source }[];
  sources: Source[];
};

/** One page of a long table; `page` from 1. */
export type Part<R> = { rows: R[]; count: number; page: number; pages: number };

const perPage = 100;

function partOf<T, R>(all: readonly T[], page: number, row: (each: T) => R): Part<R> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  return { rows: all.slice((at - 1) * perPage, at * perPage).map(row), count: all.length, page: at, pages };
}

/** The picture in words: every party, by page. */
export function partyRows(
  chain: { nodes: readonly (Chain['nodes'][number] & { sources?: Source[] })[]; edges: readonly ChainEdge[] },
  judged: Judged,
  page = 1,
): Part<PartyRow> {
  const paid = new Map<string, ChainEdge[]>();
  for (const edge of chain.edges) {
    for (const payee of new Set(edge.payments.map((payment) => payment.payee))) {
      if (payee !== null) into(paid, payee, edge);
    }
  }
  return partOf(chain.nodes, page, (node) => {
    const mark = judged.parties?.get(node.id);
    const fees = feesInWords(feesOn(paid.get(node.id) ?? [], ({ payee }) => payee === node.id));
    return {
      id: node.id,
      name: partyName(node),
      kind: kindWords[node.kind].one,
      country: node.country === null ? 'unknown' : countryName(node.country),
      licence:
        node.kind === 'place' ? '' : { yes: 'says yes', no: 'none', unknown: 'unknown' }[node.licensed],
      standing: mark?.text ?? '',
      tone: mark?.tone ?? 'neutral',
      fees,
      sources: node.sources ?? [],
    };
  });
}

/** Every step between two parties, with what is paid on it, by page. */
export function stepRows(chain: Chain, judged: Judged, page = 1): Part<StepRow> {
  const nodes = new Map(chain.nodes.map((node) => [node.id, node]));
  const nameOf = (id: string) => {
    const node = nodes.get(id);
    return node ? partyName(node) : 'unknown';
  };
  return partOf(chain.edges, page, (edge) => {
    const ofAnswers = markOfEdge(edge, nodes.get(edge.from)?.kind === 'place');
    const mark = judged.edges?.get(edge.id);
    return {
      id: edge.id,
      from: nameOf(edge.from),
      to: nameOf(edge.to),
      journey: journeyInWords(edge),
      workers: workersInWords(edge.workersAYear),
      agreement: [contractWords[edge.contract], heldInWords(edge.held)].filter(Boolean).join('; '),
      risk: [...new Set([mark?.text, ofAnswers.text])].filter(Boolean).join('; '),
      tone: gravestTone([mark?.tone ?? ofAnswers.tone]),
      payments: edge.payments.map((payment) => ({
        text: paymentInWords(payment, nameOf),
        source: payment.source,
      })),
      sources: edge.sources,
    };
  });
}

const journeyInWords = ({ origin, destination }: ChainEdge) =>
  origin === null && destination === null
    ? 'all'
    : [origin, destination].map((code) => (code === null ? 'unknown' : countryName(code))).join(' → ');

const payerWords = {
  worker: 'worker pays',
  employer: 'employer pays',
  recruiter: 'recruiter pays',
  agent: 'agent pays',
  state: 'state pays',
  brand: 'brand pays',
  unknown: 'payer unknown:',
};
const stageWords = {
  pre_recruitment: 'before recruitment',
  pre_departure: 'before departure',
  transit: 'on the way',
  post_arrival: 'after arrival',
  return: 'on return',
};

/** "worker pays BDT 60,000 to Padma Overseas: Fee for finding the job, before departure, no receipt". */
function paymentInWords(payment: ChainPayment, nameOf: (id: string) => string): string {
  const { amount, currency, payer, payee, stage, receipt, basis, category } = payment;
  const sum =
    amount === null
      ? 'an unknown amount'
      : `${currency ?? 'in an unknown currency'} ${amount.toLocaleString('en-GB')}`;
  const details = [
    category ? feeCategoryName(category) : 'for what is unknown',
    ...(stage ? [stageWords[stage]] : []),
    { yes: 'with a receipt', no: 'no receipt', unknown: 'receipt unknown' }[receipt],
    ...(basis === 'estimate' ? ['an estimate'] : []),
  ];
  return `${payerWords[payer]} ${sum} to ${payee === null ? 'somebody not named' : nameOf(payee)}: ${details.join(', ')}`;
}
