type Props = { secret: string; qr: string };

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** What the app takes in: by its camera, or typed. */
export const AuthenticatorSheet = ({ secret, qr }: Props) => (
  <ol className="flex max-w-[42rem] list-decimal flex-col gap-4 ps-6">
    <li>Install an authenticator app on your phone, if you have none. Any of them will do.</li>
    <li>
      Scan this code with it.
      <div
        className="mt-3 w-48 bg-white"
        role="img"
        aria-label="Code for your authenticator app; the same stands below as text"
        dangerouslySetInnerHTML={{ __html: qr }}
      />
      <p className="mt-3">
        Or type this key: <span className="font-mono break-words">{inFours(secret)}</span>
      </p>
    </li>
    <li>Type the six digits that the app shows now.</li>
  </ol>
);
