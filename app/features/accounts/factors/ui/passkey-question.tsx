import type { Field } from '#app/ui/parts/field.tsx';
import { useNonce } from '#app/ui/parts/nonce.ts';

type Props = {
  field: Field;
  /** What the device is to do: make a passkey, or answer with one. */
  way: 'create' | 'get';
  /** The options for the browser, as JSON. */
  question: string;
};

/** What the page's one script works with: the question to the device, and the place of its answer. */
export function PasskeyQuestion({ field, way, question }: Props) {
  const nonce = useNonce();
  return (
    <div id={field.id} tabIndex={-1} className="w-full max-w-[42rem]">
      {/* The script takes this away when it runs; a noscript would say nothing where scripts are merely blocked. */}
      <p data-passkey-needs="">
        Passkeys need a script, and none runs in this browser. Use an authenticator app or a password instead,
        or switch scripts on for this page.
      </p>
      <p role="status" data-passkey-said="" className="font-semibold text-stopped" />
      <input type="hidden" name={field.name} data-passkey={way} data-question={question} />
      <script type="module" src="/passkey.js" nonce={nonce} />
    </div>
  );
}
