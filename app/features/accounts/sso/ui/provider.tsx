import { timeInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { Summary } from '#app/ui/page.tsx';

import type { ProviderSettings } from '../model.ts';

type Props = { provider: ProviderSettings | undefined; hasDomain: boolean; callback: string };

const page = '/organisation/sign-on/provider';

/** The provider of one organisation, for its owners. */
export function ProviderPart({ provider, hasDomain, callback }: Props) {
  if (!provider) {
    return (
      <EmptyState
        title="No provider yet"
        action={hasDomain ? <ButtonLink to={page}>Set up the provider</ButtonLink> : undefined}
      >
        {hasDomain
          ? 'Your domain is proven. Now name the provider that signs your people in.'
          : 'First prove a domain above. The provider comes next.'}
      </EmptyState>
    );
  }
  return (
    <>
      <Summary
        items={[
          { term: 'Issuer', value: <span className="break-all">{provider.issuer}</span> },
          { term: 'Client id', value: <span className="break-all">{provider.clientId}</span> },
          { term: 'Client secret', value: provider.hasSecret ? 'Stored, sealed' : 'None' },
          { term: 'Redirect address', value: <code className="break-all">{callback}</code> },
          { term: 'Set', value: timeInWords(provider.setAt) },
        ]}
      />
      <Actions>
        <ButtonLink to={page} kind="secondary">
          Change the provider
        </ButtonLink>
        <ButtonLink to={`${page}/remove`} kind="secondary">
          Remove the provider
        </ButtonLink>
      </Actions>
    </>
  );
}
