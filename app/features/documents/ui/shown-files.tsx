import { bytesInWords } from '#app/platform/files/documents.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import type { Scan } from '../model.ts';
import { ScanTag } from './tags.tsx';

type Shown = { id: string; title: string; version: number; filename: string; bytes: number; scan: Scan };
type Props = { title: string; files: readonly Shown[]; readers: string; addTo: string | undefined };

/** Files that show what a record says, each opened where its opening is kept; `readers`: who gets them. */
export const ShownFiles = ({ title, files, readers, addTo }: Props) => (
  <Section title={title}>
    <p className="text-ink-2">{files.length === 0 ? `None yet. ${readers}` : readers}</p>
    {files.length > 0 ? (
      <ul className="border-t border-line">
        {files.map((file) => (
          <li key={file.id} className="flex flex-col gap-1 border-b border-line py-2">
            <TextLink to={`/files/documents/${file.id}/${file.version}`}>{file.title}</TextLink>
            <span className="text-sm text-ink-2">{`${file.filename}, ${bytesInWords(file.bytes)}`}</span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <ScanTag scan={file.scan} />
              <TextLink to={`/documents/${file.id}`}>Who saw it</TextLink>
            </span>
          </li>
        ))}
      </ul>
    ) : null}
    {addTo ? (
      <p>
        <TextLink to={addTo}>Add a file</TextLink>
      </p>
    ) : null}
  </Section>
);
