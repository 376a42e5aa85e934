import type { FieldMetadata } from '@conform-to/react';

import { TextArea } from '#app/ui/fields.tsx';

type Props = { field: FieldMetadata<string>; unseen: readonly string[] };

/** Asked where a surveillance has no answer of a principle. */
export const CoverageReasons = ({ field, unseen }: Props) => (
  <TextArea
    field={field}
    label="Why a principle was left out"
    hint={`No indicator has an answer of: ${unseen.join('; ')}. Answer one of each, or say why this surveillance leaves them out. The scheme reads it.`}
  />
);
