import type { Access } from './judge.ts';

/** The scheme's officers and caseworkers review what workers read. */
const reviews = (post?: number): Access => ({
  officer: post === undefined ? [200] : [200, post],
  caseworker: post === undefined ? [200] : [200, post],
});

export const languages: Record<string, Access> = {
  '/scheme/languages': reviews(),
  '/scheme/languages/:lang': reviews(400),
};
