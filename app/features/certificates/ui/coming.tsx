import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { Card } from '#app/ui/page.tsx';

type Props = {
  found: {
    coming: { change: 'withdrawal' | 'expiry'; on: string } | undefined;
    restorable: string | undefined;
  };
  today: string;
};

/** What time alone will do to the certificate, said long before it does. */
export function Coming({ found: { coming, restorable }, today }: Props) {
  if (restorable !== undefined)
    return (
      <Card title="Expired" tone="stopped">
        <p>
          {restorable < today
            ? 'The months in which it could be restored are over. A new application is needed.'
            : `The panel can restore it until ${dayInWords(restorable)}, once the recertification audit is done.`}
        </p>
      </Card>
    );
  if (coming?.change !== 'withdrawal') return null;
  return (
    <Card title="Withdrawn by the clock unless lifted" tone="stopped">
      <p>
        If the suspension is not lifted before {dayInWords(coming.on)}, {untilInWords(coming.on, today)}, the
        certificate is withdrawn for good. It is announced before that day, and never happens unannounced.
      </p>
    </Card>
  );
}
