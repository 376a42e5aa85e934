import { timeInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { mostMessages, type Message } from '../webhooks/model.ts';
import { messageWords } from './words.ts';

const LastAnswer = ({ lastAttempt, attempts }: Message) =>
  lastAttempt ? (
    <>
      {lastAttempt.status ?? 'No answer'} at {timeInWords(lastAttempt.triedAt)}, {lastAttempt.tookMs} ms
      {attempts > 1 ? `, try ${attempts}` : ''}
      <code className="block max-w-[28rem] text-sm break-words text-ink-2">
        {lastAttempt.answer.slice(0, 200)}
      </code>
    </>
  ) : (
    'Not tried yet'
  );

/** What was sent, the newest first, with what came back; nothing of it can be changed, but sent again. */
export function MessageTable({ messages, managed }: { messages: Message[]; managed: boolean }) {
  const again = {
    key: 'again',
    header: 'Again',
    cell: ({ id, type }: Message) => (
      <ButtonLink
        to={`/webhooks/messages/${id}/replay`}
        kind="secondary"
        size="small"
        aria-label={`Send ${type} again`}
      >
        Send again
      </ButtonLink>
    ),
  };
  return (
    <DataTable
      caption={`The latest messages, ${mostMessages} at most`}
      columns={[
        {
          key: 'type',
          header: 'Message',
          main: true,
          cell: ({ type, id }) => (
            <>
              {type}
              <span className="block font-mono text-sm font-normal break-all text-ink-2">{id}</span>
            </>
          ),
        },
        {
          key: 'about',
          header: 'About',
          cell: ({ registrationNumber }) => (
            <TextLink to={`/register/${registrationNumber}`}>{registrationNumber}</TextLink>
          ),
        },
        { key: 'made', header: 'Made', cell: ({ madeAt }) => timeInWords(madeAt) },
        { key: 'state', header: 'State', cell: ({ state }) => messageWords[state] },
        { key: 'answer', header: 'Last answer', cell: LastAnswer },
        ...(managed ? [again] : []),
      ]}
      rows={messages}
      empty={{
        title: 'Nothing sent yet',
        text: 'Messages appear here as soon as something you watch changes.',
      }}
    />
  );
}
