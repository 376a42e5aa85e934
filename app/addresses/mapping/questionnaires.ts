import { route, type RouteConfigEntry } from '@remix-run/route-config';

const draft = 'scheme/questionnaires/drafts/:draftId';
const version = 'scheme/questionnaires/versions/:versionId';
const section = `${draft}/sections/:section`;
const rows = `${section}/rows/:rows`;

/** What is asked of a supply chain, as the scheme writes it. What is new has the page of what is changed. */
export const questionnaires: RouteConfigEntry[] = [
  route('scheme/questionnaires', 'routes/scheme/questionnaires/index.tsx'),
  route('scheme/questionnaires/import', 'routes/scheme/questionnaires/import.tsx'),
  route(version, 'routes/scheme/questionnaires/versions/version.tsx'),
  route(`${version}/draft`, 'routes/scheme/questionnaires/versions/draft.tsx'),
  route(`${version}/preview/:section`, 'routes/scheme/questionnaires/versions/preview.tsx'),
  route(`${version}/file/:kind`, 'routes/scheme/questionnaires/versions/file.ts'),
  route(draft, 'routes/scheme/questionnaires/drafts/draft.tsx'),
  route(`${draft}/title`, 'routes/scheme/questionnaires/drafts/title.tsx'),
  route(`${draft}/publish`, 'routes/scheme/questionnaires/drafts/publish.tsx'),
  route(`${draft}/discard`, 'routes/scheme/questionnaires/drafts/discard.tsx'),
  route(`${draft}/preview/:section`, 'routes/scheme/questionnaires/drafts/preview.tsx'),
  route(`${draft}/file/:kind`, 'routes/scheme/questionnaires/drafts/file.ts'),
  route(`${draft}/new-section`, 'routes/scheme/questionnaires/drafts/section.tsx', { id: 'new-section' }),
  route(section, 'routes/scheme/questionnaires/drafts/section.tsx'),
  route(`${section}/remove`, 'routes/scheme/questionnaires/drafts/remove-section.tsx'),
  route(`${section}/new-question`, 'routes/scheme/questionnaires/drafts/question.tsx', {
    id: 'new-question',
  }),
  route(`${section}/questions/:question`, 'routes/scheme/questionnaires/drafts/question.tsx'),
  route(`${section}/questions/:question/remove`, 'routes/scheme/questionnaires/drafts/remove-question.tsx'),
  route(`${rows}/new-column`, 'routes/scheme/questionnaires/drafts/question.tsx', { id: 'new-column' }),
  route(`${rows}/columns/:column`, 'routes/scheme/questionnaires/drafts/question.tsx', { id: 'column' }),
  route(`${rows}/columns/:column/remove`, 'routes/scheme/questionnaires/drafts/remove-question.tsx', {
    id: 'remove-column',
  }),
  route(`${draft}/new-list`, 'routes/scheme/questionnaires/drafts/list.tsx', { id: 'new-list' }),
  route(`${draft}/lists/:list`, 'routes/scheme/questionnaires/drafts/list.tsx'),
  route(`${draft}/lists/:list/remove`, 'routes/scheme/questionnaires/drafts/remove-list.tsx'),
];
