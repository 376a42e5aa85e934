import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { Card } from '#app/ui/page.tsx';

import { conformities, conformityNames } from '../../../model.ts';
import { limits, photoTypes } from '../model.ts';
import { FindingList } from './finding-form.tsx';

const options = conformities.map((value) => ({
  value,
  label: conformityNames[value],
  ...(value === 'come_back' ? { hint: 'Stays open until you choose another answer' } : {}),
}));

/** One indicator: what is asked, what was found, its photos. */
export const AnswerForm = ({ auditId }: { auditId: string }) => (
  <section
    data-part="view-indicator"
    hidden
    aria-labelledby="indicator-title"
    className="flex flex-col gap-6"
  >
    <div>
      <p className="text-sm text-ink-2">
        <a href="#all" className="link">
          All indicators
        </a>
        <span aria-hidden="true"> / </span>
        <span data-part="eyebrow" />
      </p>
      <h2 id="indicator-title" tabIndex={-1} data-part="indicator-title">
        Indicator
      </h2>
      <p data-part="hint" className="mt-1 text-ink-2" />
      <p role="status" data-part="standing" className="mt-2 font-semibold" />
      <p className="mt-1 text-sm">
        <a href="#declared" className="link">
          What the recruiter declared
        </a>
      </p>
    </div>
    <Conflict auditId={auditId} />
    <form data-part="form" noValidate className="flex flex-col items-start gap-6">
      <div
        role="alert"
        tabIndex={-1}
        data-part="problem"
        hidden
        className="w-full rounded-panel border-2 border-stopped bg-card p-5 font-semibold text-stopped"
      />
      <RadioGroup field={queryField('conformity', undefined)} label="What you found" options={options} />
      <TextArea
        field={queryField('note', '')}
        label="Note"
        maxLength={limits.text}
        hint="Needed where it does not conform or does not apply. No names of workers: use the keys of your interviews."
      />
      <TextArea
        field={queryField('evidence', '')}
        label="Evidence"
        maxLength={limits.text}
        hint="Documents, interviews and places, one a line"
        rows={3}
        optional
      />
      <p data-part="interviews" className="text-sm text-ink-2" />
      <Actions>
        <Button name="next" value="open">
          Save and go to the next open one
        </Button>
        <Button kind="secondary" name="next" value="stay">
          Save
        </Button>
      </Actions>
    </form>
    <FindingList />
    <Photos />
    <ButtonLink to="#all" kind="secondary">
      Back to all indicators
    </ButtonLink>
  </section>
);

const Photos = () => (
  <div className="w-full max-w-[42rem]">
    <label htmlFor="offline-photos" className="block font-semibold">
      Photos <span className="font-normal text-ink-2">(optional)</span>
    </label>
    <p id="offline-photos-hint" className="text-sm text-ink-2">
      JPEG, PNG or WebP, up to 10 MB each. No faces of workers. They are sent as they are when there is a
      network.
    </p>
    <input
      id="offline-photos"
      name="photos"
      type="file"
      multiple
      accept={photoTypes.join(',')}
      aria-describedby="offline-photos-hint"
      className="control mt-1.5"
    />
    <p role="status" data-part="photo-said" className="mt-1 text-sm font-semibold" />
    <ul data-part="photos" className="mt-2" />
    <template data-template="photo">
      <li className="border-b border-line py-1.5" data-part="photo" />
    </template>
  </div>
);

/** Two wordings of one answer: nobody's is overwritten, a person chooses. */
const Conflict = ({ auditId }: { auditId: string }) => (
  <div data-part="conflict" hidden className="flex flex-col gap-4">
    <p>
      Somebody else answered this indicator while you worked without a network. Both answers are kept. A
      person has to choose between them, and that needs a network.
    </p>
    <div className="grid gap-4 sm:grid-cols-2">
      <Card title="Yours">
        <p data-part="mine" className="whitespace-pre-line" />
      </Card>
      <Card title="On the server">
        <p data-part="theirs" className="whitespace-pre-line" />
      </Card>
    </div>
    <p>
      <a data-part="resolve" href={`/audits/${auditId}/indicators`} className="link">
        Open both side by side and choose
      </a>
    </p>
  </div>
);
