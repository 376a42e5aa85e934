import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { StandingBanner } from '#app/ui/status-tag.tsx';

type Closed = { holder: string | null; erasedAt: Date | null; asked: boolean; held: boolean };

/** What whoever has not the case open sees of it: whose it is, and how to come in. */
export function ClosedCase({ record, place }: { record: Closed; place: string }) {
  if (record.erasedAt !== null)
    return (
      <StandingBanner tone="withdrawn" title="What was written is erased">
        <p>Its time had come. The state and the steps stay as figures.</p>
      </StandingBanner>
    );
  if (!record.held)
    return (
      <>
        <StandingBanner tone="applicant" title="Nobody works on this case">
          <p>Take it on if you are going to work on it. Then it is open to you, and to nobody else.</p>
        </StandingBanner>
        <Actions>
          <ButtonLink to={`${place}/take`}>Take this case on</ButtonLink>
        </Actions>
      </>
    );
  return (
    <>
      <StandingBanner tone="withdrawn" title={`${record.holder} works on this case`}>
        <p>
          {record.asked
            ? 'You have asked to open it. A second person answers; then it is open to you for a day.'
            : 'It opens to you only if a second person agrees that you must see it, for a day. That you opened it is written down.'}
        </p>
      </StandingBanner>
      <Actions>
        {record.asked ? null : (
          <ButtonLink to={`${place}/ask`} kind="secondary">
            Ask to open it
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}
