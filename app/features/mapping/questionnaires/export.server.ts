import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { writeXlsForm } from '#app/questionnaire/xlsform/write.server.ts';

/** A definition as a file: `xlsx` for XLSForm, `json` as it is kept; undefined for any other kind. */
export async function definitionFile(definition: Questionnaire, kind: string) {
  const filename = `${definition.id}.${kind}`;
  switch (kind) {
    case 'xlsx':
      return {
        content: await writeXlsForm(definition),
        filename,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      };
    case 'json':
      return {
        content: Buffer.from(`${JSON.stringify(definition, null, 2)}\n`),
        filename,
        mediaType: 'application/json',
      };
    default:
      return undefined;
  }
}
