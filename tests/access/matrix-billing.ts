import type { Access } from './judge.ts';

/** The invoice in the addresses is another recruiter's than the one most records belong to; nothing of it is paid. */
const payer = (get: number, post?: number): Access => ({
  recruiter: post === undefined ? [404] : [404, 404],
  otherRecruiter: post === undefined ? [get] : [get, post],
});
const officer = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });

export const billing: Record<string, Access> = {
  '/fees': { recruiter: [200] },
  '/fees/:id': payer(200),
  // Without a card processor the page says so.
  '/fees/:id/pay': payer(200, 409),
  '/fees/:id/paid': payer(200),
  '/stripe/webhook': { anyone: [405, 404] },
  '/scheme/invoices/:id': officer(),
  '/scheme/invoices/:id/cancel': officer(400),
  '/scheme/payments': officer(),
  '/scheme/payments/new': officer(400),
  '/scheme/payments/import': officer(415),
  // Books what the statement holds: the first who sends it, and no empty form is needed for that.
  '/scheme/statements/:id': officer(302),
  '/scheme/payments/:id/assign': officer(400),
  '/scheme/payments/:id/give-back': officer(400),
  '/scheme/refunds/:id': officer(400),
  '/files/invoices/:id': { ...payer(200), officer: [200] },
  '/files/receipts/:id': { recruiter: [404], officer: [404] },
};
