import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = {
  auditId: string;
  misuses: readonly { id: string; place: string; seenOn: string; what: string }[];
};

export const MisusesToRaise = ({ auditId, misuses }: Props) =>
  misuses.length === 0 ? (
    <p>Nothing waits to be raised: each misuse that was recorded is a finding.</p>
  ) : (
    misuses.map(({ id, place, seenOn, what }) => (
      <Card key={id} title={`${place}, seen on ${dayInWords(seenOn)}`}>
        <p className="whitespace-pre-line">{what}</p>
        <TextLink to={`/audits/${auditId}/misuses/${id}`}>Raise the finding</TextLink>
      </Card>
    ))
  );
