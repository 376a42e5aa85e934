import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

/** What to do for whoever was told or charged something. */
export const SomethingWrong = ({ complaintsTo }: { complaintsTo: string | null }) => (
  <Card title="Something wrong?">
    <p>
      Were you asked to pay, or told something untrue? Pay nothing, keep every receipt and message, and tell
      the complaints office of the scheme. A complaint never goes to the recruiter under your name.
    </p>
    <p>
      <TextLink to="/en/report">Tell us what happened</TextLink>: in sixteen languages, without a name or an
      account.
    </p>
    {complaintsTo ? (
      <p>
        Write to <TextLink to={`mailto:${complaintsTo}`}>{complaintsTo}</TextLink>, in any language.
      </p>
    ) : null}
  </Card>
);
