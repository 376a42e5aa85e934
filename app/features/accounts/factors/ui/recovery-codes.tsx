import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

/** Shown once: nobody can read them again afterwards, we neither. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <PageHeader
        title="Keep these recovery codes"
        lead="Each of them signs you in once, with your password, when your phone or key is lost. Print this page or write them down, and keep them where you keep your papers. They are not shown again."
      />
      <ul className="grid max-w-[26rem] grid-cols-2 gap-x-8 gap-y-2 rounded-panel border border-line bg-card p-5 font-mono text-lg">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <ButtonLink to="/now">I have kept them: go on</ButtonLink>
      </p>
    </>
  );
}
