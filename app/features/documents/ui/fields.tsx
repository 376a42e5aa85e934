import { documentTypes, officeTypes } from '#app/platform/files/documents.ts';
import { DateField, FileField } from '#app/ui/fields.tsx';

type Field = Parameters<typeof DateField>[0]['field'];
type Props = { fields: { evidenceOn: Field; validUntil: Field; file: Field }; hint: string };

const accept = [...documentTypes, ...officeTypes].join(',');

/** What every version asks: its days, then the file, which is read last. */
export function VersionFields({ fields, hint }: Props) {
  return (
    <>
      <DateField
        field={fields.evidenceOn}
        label="Stands for"
        hint="The day it was issued, or the last day it tells of. Not the day you send it."
        required
      />
      <DateField field={fields.validUntil} label="Valid until" hint="If it ends by itself" optional />
      <FileField field={fields.file} label="File" hint={hint} accept={accept} required />
    </>
  );
}
