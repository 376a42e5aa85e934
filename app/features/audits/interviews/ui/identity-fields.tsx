import { TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

/** Who it is. No browser may offer it again to the next person at the same device. */
export function IdentityFields({ name, phone }: { name: Field; phone: Field }) {
  return (
    <>
      <TextField
        field={name}
        label="Name"
        optional
        autoComplete="off"
        hint="Encrypted. Only this audit’s team can read it, each reading is kept, and it is destroyed after the audit."
      />
      <TextField
        field={phone}
        label="Telephone number"
        optional
        autoComplete="off"
        inputMode="tel"
        hint="Encrypted like the name"
      />
    </>
  );
}
