import type { Access } from './judge.ts';

/** The scheme's officers write what supply chains are asked; nobody else comes in. */
const writes = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });

const version = '/scheme/questionnaires/versions/:versionId';
const draft = '/scheme/questionnaires/drafts/:draftId';
const section = `${draft}/sections/:section`;

export const questionnaires: Record<string, Access> = {
  '/scheme/questionnaires': writes(),
  '/scheme/questionnaires/import': writes(415),
  [version]: writes(),
  // An empty form begins a draft.
  [`${version}/draft`]: writes(302),
  [`${version}/preview/:section`]: writes(),
  [`${version}/file/:kind`]: writes(),
  [draft]: writes(),
  [`${draft}/title`]: writes(400),
  [`${draft}/publish`]: writes(400),
  [`${draft}/discard`]: writes(400),
  [`${draft}/preview/:section`]: writes(),
  [`${draft}/file/:kind`]: writes(),
  [`${draft}/new-section`]: writes(400),
  [section]: writes(400),
  [`${section}/remove`]: writes(400),
  [`${section}/new-question`]: writes(400),
  [`${section}/questions/:question`]: writes(400),
  [`${section}/questions/:question/remove`]: writes(400),
  [`${section}/rows/:rows/new-column`]: writes(400),
  [`${section}/rows/:rows/columns/:column`]: writes(400),
  [`${section}/rows/:rows/columns/:column/remove`]: writes(400),
  [`${draft}/new-list`]: writes(400),
  [`${draft}/lists/:list`]: writes(400),
  [`${draft}/lists/:list/remove`]: writes(400),
};
