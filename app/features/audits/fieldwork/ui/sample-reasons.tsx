import type { FieldMetadata } from '@conform-to/react';

import { TextArea } from '#app/ui/fields.tsx';

/** Asked where fewer workers were heard than the sample asks for. */
export const SampleReasons = ({ field }: { field: FieldMetadata<string> }) => (
  <TextArea
    field={field}
    label="Why fewer workers were heard than planned"
    hint="What was tried, and why it did not succeed. The report prints it; the reviewer and the panel read it. Name nobody."
  />
);
