import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Section } from '#app/ui/page.tsx';

import type { Concern } from '../rules.ts';

type Props = {
  auditId: string;
  concerns: readonly Concern[];
  /** The reader is on the team that looks at them now. */
  closes: boolean;
};

/** What stage 1 was concerned about, each with what stage 2 found. */
export function Concerns({ auditId, concerns, closes }: Props) {
  if (concerns.length === 0) return null;
  return (
    <Section title="Concerns of stage 1">
      {concerns.map(({ id, indicatorCode, concern, note }) => (
        <Card key={id} title={`Indicator ${indicatorCode}`}>
          <p className="whitespace-pre-line">{concern}</p>
          {note ? (
            <p>
              <strong>Looked at in stage 2.</strong>
              <span className="block whitespace-pre-line">{note}</span>
            </p>
          ) : (
            <p className="text-ink-2">Not looked at yet.</p>
          )}
          {closes && !note ? (
            <TextLink to={`/audits/${auditId}/concerns/${id}`}>Say what you found</TextLink>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}
