import { timeInWords } from '#app/platform/calendar.ts';
import { bytesInWords } from '#app/platform/files/documents.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Scan } from '../model.ts';
import { endNames } from './words.ts';

type Recording = {
  id: string;
  filename: string;
  bytes: number;
  textHash: string;
  scan: Scan;
  uploadedAt: string;
  uploadedBy: string;
  endedAt: string | null;
  endedBecause: string | null;
  endedBy: string | null;
};

/** Every recording there was of an answer, and who sent and ended it; `hash` is of the text today. */
export const RecordingTable = ({ recordings, hash }: { recordings: readonly Recording[]; hash: string }) => (
  <DataTable
    caption={recordings.length === 1 ? '1 recording' : `${recordings.length} recordings`}
    columns={[
      {
        ...{ key: 'file', header: 'Recording', main: true },
        cell: ({ id, filename, bytes, scan }) => (
          <>
            {scan === 'clean' || scan === 'unscanned' ? (
              <TextLink to={`/files/clips/${id}`}>{filename}</TextLink>
            ) : (
              filename
            )}
            <p className="text-sm font-normal text-ink-2">{bytesInWords(bytes)}</p>
          </>
        ),
      },
      {
        ...{ key: 'sent', header: 'Sent' },
        cell: ({ uploadedAt, uploadedBy }) => `${timeInWords(uploadedAt)} by ${uploadedBy}`,
      },
      {
        ...{ key: 'text', header: 'Read from' },
        cell: ({ textHash }) => (textHash === hash ? 'The text above' : 'An older text'),
      },
      { key: 'ended', header: 'Ended', cell: (recording) => endOf(recording) },
    ]}
    rows={recordings}
    empty={{
      title: 'Nobody has recorded this answer',
      text: 'Each recording stands here, with who sent it.',
    }}
  />
);

function endOf({ endedAt, endedBecause, endedBy }: Recording) {
  if (endedAt === null) return 'No';
  const why = endNames[endedBecause ?? ''] ?? '';
  return `${why}, ${timeInWords(endedAt)}${endedBy ? ` by ${endedBy}` : ''}`;
}
