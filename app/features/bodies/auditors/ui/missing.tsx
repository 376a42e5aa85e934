import { TextLink } from '#app/ui/buttons.tsx';
import { StandingBanner } from '#app/ui/status-tag.tsx';

const effects = {
  lead_auditor: 'Nobody is approved as lead auditor today: no audit can be scheduled or planned.',
  reviewer:
    'Nobody is approved as reviewer today: no report becomes final, and no critical or major finding is closed.',
};

type Props = { bodyId: string; missing: readonly (keyof typeof effects)[] };

/** What stands still at a body because the scheme has approved nobody for it. */
export const Missing = ({ bodyId, missing }: Props) =>
  missing.length === 0 ? null : (
    <StandingBanner tone="watch" title="Somebody is missing">
      {missing.map((level) => (
        <p key={level}>{effects[level]}</p>
      ))}
      <p>
        <TextLink to={`/audit-body/${bodyId}/auditors`}>See who is approved</TextLink>
      </p>
    </StandingBanner>
  );
