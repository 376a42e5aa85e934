import { Button } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

/** What a person has to look at: answers in conflict, and answers and photos the server did not take. */
export const Matters = () => (
  <div data-part="matters" hidden>
    <Section title="Needs you">
      <ul data-part="matter-list" className="flex flex-col gap-6" />
      <template data-template="matter">
        <li className="keep rounded-panel border border-line border-s-4 border-s-stopped bg-card p-5">
          <h3 data-part="title">An answer</h3>
          <p data-part="words" className="mt-1" />
          <p data-part="text" className="mt-3 whitespace-pre-line" />
          <p className="mt-3 flex flex-wrap items-center gap-3">
            <a data-part="to" href="#all" className="link">
              Open both side by side
            </a>
            <Button type="button" kind="secondary" size="small" data-part="copy">
              Copy the text
            </Button>
            <span data-part="photo" hidden className="flex flex-wrap gap-3">
              <Button type="button" kind="secondary" size="small" data-part="photo-save">
                Save the photo
              </Button>
              <Button type="button" kind="secondary" size="small" data-part="photo-drop">
                Drop it from this device
              </Button>
            </span>
            <span role="status" data-part="copied" className="text-sm" />
          </p>
          <div data-part="photo-question" hidden className="mt-3 flex flex-col gap-3">
            <p>
              The server does not have this photo. Dropped here, it is gone unless you saved it elsewhere.
            </p>
            <p className="flex flex-wrap gap-3">
              <Button type="button" kind="danger" size="small" data-part="photo-drop-now">
                Drop it for good
              </Button>
              <Button type="button" kind="secondary" size="small" data-part="photo-keep">
                Keep it
              </Button>
            </p>
          </div>
        </li>
      </template>
    </Section>
  </div>
);
