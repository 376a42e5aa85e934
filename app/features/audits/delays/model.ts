/** What an audit body owes within days of its scheme version (domain 2.8 b, c). */
export const occasions = [
  'dispute_answer',
  'plan_review',
  'evidence_review',
  'containment_review',
  'remedy_opening',
  'remedy_confirmation',
  'report',
  'technical_review',
] as const;
export type Occasion = (typeof occasions)[number];

export const occasionNames: Record<Occasion, string> = {
  dispute_answer: 'the answer to a dispute',
  plan_review: 'the answer to a corrective action plan',
  evidence_review: 'the answer to evidence of a correction',
  containment_review: 'the answer whether harm was stopped',
  remedy_opening: 'the opening of a remedy to workers',
  remedy_confirmation: 'what workers say of a remedy that is paid',
  report: 'the audit report',
  technical_review: 'the technical review of the report',
};
