import { Card } from '#app/ui/page.tsx';

/** What to do for whoever was told or charged something. */
export const SomethingWrong = () => (
  <Card title="Something wrong?">
    <p>
      Were you asked to pay, or told something untrue? Pay nothing, keep every receipt and message, and tell
      the complaints office of the scheme. A complaint never goes to the recruiter under your name.
    </p>
  </Card>
);
