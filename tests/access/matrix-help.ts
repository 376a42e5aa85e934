import type { Access } from './judge.ts';

/** The scheme's officers and caseworkers keep the directory of help; anybody reads it. */
const keeps = (post?: number): Access => ({
  officer: post === undefined ? [200] : [200, post],
  caseworker: post === undefined ? [200] : [200, post],
});

export const help: Record<string, Access> = {
  '/:lang/help': { anyone: [200] },
  '/:lang/report': { anyone: [200, 400] },
  '/:lang/report/case': { anyone: [200, 403] },
  '/:lang/report/receipt': { anyone: [400, 404] },
  '/:lang/sheets': { anyone: [200] },
  '/:lang/sheets/:file': { anyone: [200] },
  // Nobody takes texts in these tests: no such address.
  '/texts/twilio': { anyone: [404, 404] },
  '/texts/telerivet': { anyone: [404, 404] },
  '/scheme/help': keeps(),
  '/scheme/help/new': keeps(400),
  '/scheme/help/:id': keeps(),
  '/scheme/help/:id/change': keeps(400),
  '/scheme/help/:id/check': keeps(400),
  '/scheme/help/:id/withdraw': keeps(400),
};
