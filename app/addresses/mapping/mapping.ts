import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** A company's mapping of its labour supply chain. */
export const mapping: RouteConfigEntry[] = [
  route('mapping', 'routes/mapping/campaigns.tsx'),
  route('mapping/new', 'routes/mapping/new.tsx'),
  route('mapping/campaigns/:id', 'routes/mapping/campaign.tsx'),
  route('mapping/campaigns/:id/open', 'routes/mapping/open.tsx'),
  route('mapping/campaigns/:id/close', 'routes/mapping/close.tsx'),
  route('mapping/campaigns/:id/more-time', 'routes/mapping/more-time.tsx'),
  route('mapping/campaigns/:id/supplier', 'routes/mapping/supplier.tsx'),
  route('mapping/campaigns/:id/suppliers', 'routes/mapping/suppliers.tsx'),
  route('mapping/answers/:id', 'routes/mapping/answer.tsx'),
  route('mapping/chain', 'routes/mapping/chain.tsx'),
  route('mapping/report', 'routes/mapping/report/report.tsx'),
  route('mapping/parties', 'routes/mapping/parties.tsx'),
  route('mapping/parties/:id', 'routes/mapping/party.tsx'),
  route('mapping/parties/:id/match', 'routes/mapping/match.tsx'),
  route('mapping/parties/:id/merge', 'routes/mapping/merge.tsx'),
  route('mapping/parties/:id/review', 'routes/mapping/review-risk.tsx'),
];

/** Whoever is asked, by a link of their own and in their language. */
export const answering: RouteConfigEntry[] = [
  route(':lang/answer/:token', 'routes/answer/start.tsx'),
  route(':lang/answer/:token/sections/:section', 'routes/answer/section.tsx'),
  route(':lang/answer/:token/send', 'routes/answer/send.tsx'),
  route(':lang/answer/:token/reuse', 'routes/answer/reuse.tsx'),
  route(':lang/answer/:token/hand', 'routes/answer/hand.tsx'),
  route(':lang/answer/:token/workbook', 'routes/answer/workbook.tsx'),
  route(':lang/answer/:token/decline', 'routes/answer/decline.tsx'),
  route(':lang/answer/:token/withdraw', 'routes/answer/withdraw.tsx'),
  route(':lang/answer/:token/correct', 'routes/answer/correct.tsx'),
];

/** The same as files. */
export const answerFiles: RouteConfigEntry[] = [
  route(':lang/answer/:token/workbook/file', 'routes/answer/workbook-file.ts'),
  route('files/mapping-report', 'routes/files/mapping-report.ts'),
];
