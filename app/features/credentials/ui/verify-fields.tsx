import { FileField, queryField, TextArea } from '#app/ui/fields.tsx';

import type { SentProblem } from '../model.ts';

const problems: Record<SentProblem, string> = {
  nothing: 'Paste a credential, or choose its file',
  too_large: 'This is larger than any credential. Choose the credential alone',
};

/** Where a credential is pasted or dropped; without a script a file is chosen or dropped on its button. */
export function VerifyFields({ problem }: { problem: SentProblem | undefined }) {
  const errors = problem ? [problems[problem]] : undefined;
  return (
    <>
      <TextArea
        field={{ ...queryField('credential', undefined), errors }}
        label="Credential or receipt"
        hint="All of it: a long line with two dots in it, or text that begins with {"
        rows={8}
        dir="ltr"
      />
      <FileField
        field={queryField('file', undefined)}
        label="Or its file"
        hint="Also dropped here from a folder"
        optional
        accept=".json,.jwt,.txt,.jsonld,application/json"
      />
    </>
  );
}
