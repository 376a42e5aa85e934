import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Ground = { auditId: string; totalDays: number | undefined; interviews: number | undefined };

/** What a plan rests on, and where it is reckoned. */
export const PlanGround = ({ auditId, totalDays, interviews }: Ground) => (
  <Section title="What the plan rests on">
    <Summary
      items={[
        {
          term: 'Sample of workers',
          value: interviews === undefined ? 'Not planned yet' : `${interviews} interviews`,
        },
        {
          term: 'Audit days',
          value:
            totalDays === undefined ? 'Not calculated yet' : totalDays === 1 ? '1 day' : `${totalDays} days`,
        },
      ]}
    />
    <Actions>
      <ButtonLink to={`/audits/${auditId}/plan/sample`} kind="secondary">
        Plan the sample
      </ButtonLink>
      <ButtonLink to={`/audits/${auditId}/plan/days`} kind="secondary">
        Calculate the days
      </ButtonLink>
      {totalDays === undefined && interviews === undefined ? null : (
        <ButtonLink to={`/files/audit-plans/${auditId}`} kind="secondary">
          Open as a PDF
        </ButtonLink>
      )}
    </Actions>
  </Section>
);
