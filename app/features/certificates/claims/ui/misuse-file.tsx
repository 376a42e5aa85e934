import { documentTypes } from '#app/platform/files/documents.ts';
import { FileField, TextField } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage, type Place } from '#app/ui/parts/step-page.tsx';

import { refusalText } from '../../ui/refusals.ts';

/** A photograph or a copy that shows a misuse; one at a time, as many as it takes. */
export function AddMisuseFile({ place, answer }: { place: Place; answer: FormAnswer }) {
  const [form, fields] = useFields<{ title: string; file: string }>('file', { reply: answer?.reply });
  return (
    <StepPage
      title="Add a file that shows the misuse"
      lead="One file at a time, until the misuse is a finding. Officers of the scheme and the audit team of this holder read it, and nobody else: the holder does not. It stays as you send it."
      place={place}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add the file"
      encType="multipart/form-data"
    >
      <TextField
        field={fields.title}
        label="What the file shows"
        hint="For example: their jobs page on 1 March, with our mark. No names of workers"
      />
      <FileField
        field={fields.file}
        label="File"
        hint="A photo or a copy of a page: PDF, JPEG, PNG or WebP, up to 25 MB. It is checked for viruses where the scheme has a scanner. Photos lose the place and the camera they carry."
        accept={documentTypes.join(',')}
      />
    </StepPage>
  );
}
