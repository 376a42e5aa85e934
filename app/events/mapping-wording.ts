import type { EventType } from './catalogue.ts';
import { word, type Words } from './trail-wording.ts';

const moved: Record<string, string> = {
  under_way: 'Action begun',
  done: 'Action done',
  effective: 'Action verified: it worked',
  not_effective: 'Action verified: it did not work',
};

/** What a company does about its supply chain. */
export const mappingActionWords = {
  'mapping_paper.kept': { what: 'File kept' },
  'mapping_paper.scanned': {
    what: (payload) =>
      payload['outcome'] === 'infected' ? 'File refused: a virus was found' : 'File checked: no virus found',
  },
  'mitigation.planned': { what: (payload) => `Action planned, due ${word(payload, 'dueOn')}` },
  'mitigation.moved': { what: (payload) => moved[word(payload, 'state')] ?? 'Action moved' },
  'mitigation.shown': { what: 'Evidence added to an action' },
  'mitigation.changed': { what: (payload) => `Action changed, due ${word(payload, 'dueOn')}` },
  'repayment.opened': { what: 'Repayment plan opened' },
  'supply_policy.version_added': { what: (payload) => `Policy: version ${word(payload, 'number')} added` },
  'supply_policy.judged': { what: (payload) => `Policy: version ${word(payload, 'number')} looked at` },
  'supply_policy.sent': {
    what: (payload) => `Policy: version ${word(payload, 'number')} sent to a supplier`,
  },
  'supply_policy.acknowledged': {
    what: (payload) => `Policy: version ${word(payload, 'number')} acknowledged by a supplier`,
  },
  'repayment.paid': { what: 'Repayment to workers recorded' },
} satisfies Partial<Record<EventType, Words>>;
