import type { Access } from './judge.ts';

/** The scheme's officers and caseworkers review what workers read. */
const reviews = (post?: number): Access => ({
  officer: post === undefined ? [200] : [200, post],
  caseworker: post === undefined ? [200] : [200, post],
});

export const languages: Record<string, Access> = {
  '/scheme/languages': reviews(),
  '/scheme/languages/:lang': reviews(400),
  // Nothing is recorded there: a form without a file is none, and there is nothing to remove or hear.
  '/scheme/languages/:lang/clips': reviews(),
  '/scheme/languages/:lang/clips/:answer': reviews(415),
  '/scheme/languages/:lang/clips/:answer/remove': reviews(409),
  '/:lang/clips/:answer': { anyone: [404] },
  '/files/clips/:id': { officer: [404], caseworker: [404] },
};
