import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

type Interview = { id: string; pseudonym: string; named: boolean };
type Props = { auditId: string; interviews: readonly Interview[]; mayCite: boolean };

/** Interviews named in the words of an indicator, and the keys of all that can be. */
export function Cited({ auditId, interviews, mayCite }: Props) {
  const named = interviews.filter((interview) => interview.named);
  const others = interviews.filter((interview) => !interview.named);
  if (named.length === 0 && !mayCite) return null;
  return (
    <Section title="Interviews">
      {named.length === 0 ? <p className="text-ink-2">None is named in the note or the evidence.</p> : null}
      {named.length > 0 ? <Keys auditId={auditId} label="Named here" interviews={named} /> : null}
      {mayCite && others.length > 0 ? (
        <Keys auditId={auditId} label="Heard, and named by writing the key" interviews={others} />
      ) : null}
      {mayCite ? (
        <p>
          <TextLink to={`/audits/${auditId}/interviews`}>Interviews of this audit</TextLink>
        </p>
      ) : null}
    </Section>
  );
}

const Keys = ({ auditId, label, interviews }: { label: string } & Omit<Props, 'mayCite'>) => (
  <div className="flex flex-wrap gap-x-4 gap-y-1">
    <span className="text-ink-2">{`${label}:`}</span>
    {interviews.map(({ id, pseudonym }) => (
      <TextLink key={id} to={`/audits/${auditId}/interviews/${id}`}>
        {pseudonym}
      </TextLink>
    ))}
  </div>
);
