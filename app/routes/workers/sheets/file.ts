import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { checkWords } from '#app/features/workers/check/words/check-words.ts';
import { languageAsked } from '#app/features/workers/languages.ts';
import { theSheets } from '#app/features/workers/sheets/made.server.ts';
import { sheetNamed } from '#app/features/workers/sheets/rules.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { isUnavailable } from '#app/platform/database/unavailable.server.ts';
import { downloadBytes, found, streamed } from '#app/platform/http.server.ts';
import { keptAnswers } from '#app/platform/kept/process.server.ts';

import { isReviewed } from '../catalogue.server.ts';
import { readPaper, readTable } from './read-sheet.server.ts';

/** A country's register, for anyone: as a table, or one part of it on paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const sheet = found(sheetNamed(params['file'] ?? ''));
  const language = languageAsked(params['lang']);
  const asked = {
    language,
    country: sheet.country,
    at: scope.now,
    check: `${theConfig().ORIGIN}/${language}/check`,
    reviewed: isReviewed('sheets', language),
  };
  const filename = found(params['file']);
  try {
    if (sheet.kind === 'csv') return streamed(await readTable(scope, asked), { filename, kind: 'csv' });
    // Before it is read: what changes while it is drawn is another version.
    const version = keptAnswers().begin(scope.now);
    const draw = found(await readPaper(scope, asked, sheet.part));
    const content = await theSheets(`${language}/${filename}`, version, draw);
    return content ? downloadBytes(content, { filename, mediaType: 'application/pdf' }) : later(busy);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return later(checkWords[language].laterTitle);
  }
}

/** Papers are drawn one after the other; the table is there meanwhile. */
const busy = 'Many lists are being drawn now. Ask again in a minute, or take the table (CSV).';

/** No sheet, and not an empty one. */
const later = (why: string) =>
  new Response(why, {
    status: 503,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Retry-After': '60',
      'Cache-Control': 'no-store',
    },
  });
