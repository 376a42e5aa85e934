import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import { problemInWords } from '#app/questionnaire/xlsform/layout.ts';
import { readXlsForm } from '#app/questionnaire/xlsform/read.server.ts';

import { draftOf } from './commands.server.ts';

export type ReadDefinition = Result<Questionnaire, 'not_read'> & { problems?: string[] };

/** A definition in a file, as JSON or XLSForm: judged by its content. All that is wrong with it is told, nothing half taken. */
export async function readDefinition(content: Buffer): Promise<ReadDefinition> {
  if (
    /^\s*\{/.test(
      content
        .subarray(0, 64)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  )
    return fromJson(content);
  const form = await readXlsForm(content);
  return form.ok ? ok(form.questionnaire) : notRead(form.problems.map(problemInWords));
}

const notRead = (problems: string[]): ReadDefinition => ({
  ...refuse('not_read'),
  problems: [...new Set(problems)].slice(0, 200),
});

function fromJson(content: Buffer): ReadDefinition {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return notRead(['The file is no JSON: it is damaged, or was not saved whole']);
  }
  const shaped = questionnaireShape.safeParse(parsed);
  if (shaped.success) return ok(shaped.data);
  return notRead(
    shaped.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    ),
  );
}

const mostNameCharacters = 100;

/** What the page of import sent: a file, and which questionnaire it is the next version of. */
export async function draftOfFile(
  scope: Scope<Officer>,
  request: Request,
): Promise<Result<{ id: string }> & { problems?: string[] }> {
  const sent = await readSentFile(request, 'file', 'name');
  if (!sent.ok) return sent;
  const name = (sent.value.beside ?? '').slice(0, mostNameCharacters);
  const read = await readDefinition(sent.value.content);
  return read.ok ? draftOf(scope, name, read.value) : read;
}
