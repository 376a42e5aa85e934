import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { bytesInWords } from '#app/platform/files/documents.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Scan } from '../model.ts';
import { ScanTag } from './tags.tsx';

export type Version = {
  version: number;
  filename: string;
  bytes: number;
  scan: Scan;
  evidenceOn: string;
  validUntil: string | null;
  uploadedAt: string;
  uploadedBy: string;
  sha256: string;
};

const isServed = (scan: Scan) => scan === 'clean' || scan === 'unscanned';

/** Each version as it came; a link only where the file may be had. */
export const VersionTable = ({ id, versions }: { id: string; versions: readonly Version[] }) => (
  <DataTable
    caption={versions.length === 1 ? '1 version' : `${versions.length} versions, the newest first`}
    columns={[
      {
        key: 'file',
        header: 'Version',
        main: true,
        cell: ({ version, filename, scan, bytes }) => (
          <>
            {isServed(scan) ? (
              <TextLink to={`/files/documents/${id}/${version}`}>{`${version}. ${filename}`}</TextLink>
            ) : (
              `${version}. ${filename}`
            )}{' '}
            <span className="text-sm text-ink-2">{bytesInWords(bytes)}</span>
          </>
        ),
      },
      { key: 'evidence', header: 'Stands for', cell: (row) => dayInWords(row.evidenceOn) },
      {
        key: 'until',
        header: 'Valid until',
        cell: (row) => (row.validUntil ? dayInWords(row.validUntil) : 'No end'),
      },
      {
        key: 'sent',
        header: 'Sent',
        cell: (row) => `${timeInWords(row.uploadedAt)}, ${row.uploadedBy}`,
      },
      { key: 'scan', header: 'Check', cell: (row) => <ScanTag scan={row.scan} /> },
    ]}
    rows={versions}
    empty={{ title: 'No version', text: 'Every document has one.' }}
  />
);
