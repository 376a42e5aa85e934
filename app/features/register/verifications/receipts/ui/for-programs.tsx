import { TextLink } from '#app/ui/buttons.tsx';
import { Prose, Section } from '#app/ui/page.tsx';

/** How programs come to a receipt, and check it without us. */
export const ReceiptsForPrograms = () => (
  <Section title="Receipts">
    <Prose>
      <p>
        Every check with a key leaves a receipt, and every other one with <code>?receipt=true</code>: what was
        asked, what was answered, as known when, signed. It is an application/vc+jwt, and for people a PDF
        (Accept: application/pdf). <TextLink to="/verify">Verify a credential</TextLink> takes it; so does{' '}
        <TextLink to="/verify_receipt.py">verify_receipt.py</TextLink>, a program of one file in Python that
        needs neither a network nor us, only the receipt and our{' '}
        <TextLink to="/.well-known/did.json">did.json</TextLink> as you saved it:
      </p>
      <p>
        <code>python3 verify_receipt.py receipt.jwt did.json</code>
      </p>
    </Prose>
  </Section>
);
