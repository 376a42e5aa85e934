import type { ReactNode } from 'react';

import { FileField, queryField } from '../fields.tsx';

type Props = {
  name: string;
  label: string;
  /** Kinds and size, before the choice. */
  hint: string;
  accept: string;
  /** What sends it. */
  children: ReactNode;
};

/** A form that sends one file and nothing beside it. */
export const FileForm = ({ name, children, ...field }: Props) => (
  <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-6">
    <FileField field={queryField(name, undefined)} {...field} />
    {children}
  </form>
);
