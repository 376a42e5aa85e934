import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Licence } from '../model.ts';
import { confirm, reinstate, revoke, suspend } from '../rules.ts';

type Props = { licence: Licence; today: string; place: string };

/** What may be decided on a licence as it stands; the same rules decide again when it is. */
export function DecisionLinks({ licence, today, place }: Props) {
  const at = `${place}/${licence.id}`;
  const may = {
    confirm: confirm(licence, today).ok,
    suspend: suspend(licence, 'investigation', today).ok,
    reinstate: reinstate(licence).ok,
    revoke: revoke(licence, 'fraud').ok,
  };
  if (!may.revoke) {
    return (
      <Card title="Nothing left to decide">
        <p>This licence was revoked, and that is for good.</p>
      </Card>
    );
  }
  return (
    <Card title="Decide">
      {may.confirm ? (
        <ButtonLink to={`${at}/confirm`}>
          {licence.renewalUntil ? 'Confirm the renewal' : 'Confirm the licence'}
        </ButtonLink>
      ) : null}
      {may.reinstate ? <ButtonLink to={`${at}/reinstate`}>Reinstate it</ButtonLink> : null}
      {may.suspend ? (
        <ButtonLink to={`${at}/suspend`} kind="secondary">
          Suspend it
        </ButtonLink>
      ) : null}
      <ButtonLink to={`${at}/revoke`} kind="secondary">
        Revoke it
      </ButtonLink>
    </Card>
  );
}
