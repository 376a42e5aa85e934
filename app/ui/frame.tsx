import type { ReactNode } from 'react';

import { ButtonLink } from './buttons.tsx';
import { Icon } from './icons.tsx';
import { navigationFor, placeOf, type Place } from './navigation.ts';

/** `kind` is the role the person came in as; `places`, how many they may switch between. */
type Viewer = { name: string; organisation: string; kind: string; places: number };

const publicPlaces: Place[] = [
  { href: '/register', label: 'Register' },
  { href: '/en/check', label: 'Check as a worker' },
  { href: '/developers', label: 'For companies' },
  { href: '/scheme', label: 'The scheme' },
];

type PublicFrameProps = { current?: string | undefined; signedIn?: boolean | undefined; children: ReactNode };

/** Around every page that needs no account. */
export function PublicFrame({ current, signedIn = false, children }: PublicFrameProps) {
  const at = placeOf(publicPlaces, current);
  const door = signedIn ? { href: '/now', label: 'Your desk' } : { href: '/sign-in', label: 'Sign in' };
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <header className="relative flex flex-wrap items-center gap-x-2 border-b border-line px-4 sm:px-10 md:gap-x-10 print:hidden">
        <Wordmark href="/" />
        <nav aria-label="Main" className="hidden gap-5 md:flex">
          {publicPlaces.map((place) => (
            <TopLink key={place.href} place={place} here={place.href === at} />
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-2">
          <ButtonLink to={door.href} kind="secondary" size="small">
            {door.label}
          </ButtonLink>
        </div>
        <div className="contents md:hidden">
          <PhoneMenu places={publicPlaces} current={current} />
        </div>
      </header>
      <Main className="mx-auto max-w-[68rem] px-4 py-8 sm:px-10">{children}</Main>
      <PublicFooter />
    </div>
  );
}

/** Around pages of somebody who came by a link of their own: nothing leads away from what they came for. */
export const PlainFrame = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-screen flex-col">
    <header className="border-b border-line px-4 sm:px-10 print:hidden">
      <p className="flex min-h-14 items-center font-serif text-xl font-bold text-ink">Fairroute</p>
    </header>
    <Main className="mx-auto max-w-[56rem] px-4 py-8 sm:px-10">{children}</Main>
  </div>
);

type DeskFrameProps = { viewer: Viewer; current?: string | undefined; children: ReactNode };

/** Around every page of somebody signed in: a rail beside it on wide screens, a menu above it on phones. */
export function DeskFrame({ viewer, current, children }: DeskFrameProps) {
  const places = navigationFor(viewer.kind);
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="border-line max-lg:relative max-lg:border-b lg:border-e print:hidden">
        <div className="hidden h-screen flex-col overflow-y-auto px-4 py-4 lg:sticky lg:top-0 lg:flex">
          <div className="px-3">
            <Wordmark href="/now" />
            <Whereabouts viewer={viewer} />
          </div>
          <nav aria-label="Main" className="mt-3">
            <RailLinks places={places} current={current} />
          </nav>
          <Person viewer={viewer} className="mt-auto px-3 pt-8" />
        </div>
        <div className="flex flex-wrap items-center justify-between px-4 sm:px-10 lg:hidden">
          <Wordmark href="/now" />
          <PhoneMenu places={places} current={current}>
            <Person viewer={viewer} className="mt-2 border-t border-line px-3 pt-3" />
          </PhoneMenu>
        </div>
      </header>
      <Main className="max-w-[75rem] px-4 py-8 sm:px-10">{children}</Main>
    </div>
  );
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-10 rounded-control bg-accent font-semibold text-on-accent focus:not-sr-only focus:fixed focus:start-4 focus:top-2 focus:px-4 focus:py-2 print:hidden"
    >
      Skip to the main part
    </a>
  );
}

function Wordmark({ href }: { href: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-14 items-center font-serif text-xl font-bold text-ink no-underline lg:min-h-11"
    >
      Fairroute
    </a>
  );
}

function Main({ className, children }: { className: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`flex w-full min-w-0 flex-1 flex-col gap-8 focus:outline-none print:p-0 ${className}`}
    >
      {children}
    </main>
  );
}

function TopLink({ place, here }: { place: Place; here: boolean }) {
  return (
    <a
      href={place.href}
      aria-current={here ? 'page' : undefined}
      className={`flex min-h-14 items-center border-b-2 no-underline ${here ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
    >
      {place.label}
    </a>
  );
}

function RailLinks({ places, current }: { places: Place[]; current: string | undefined }) {
  const at = placeOf(places, current);
  return (
    <ul>
      {places.map((place) => {
        const here = place.href === at;
        return (
          <li key={place.href}>
            <a
              href={place.href}
              aria-current={here ? 'page' : undefined}
              className={`flex min-h-10 items-center rounded-control px-3 no-underline ${here ? 'bg-accent-soft font-semibold text-accent' : 'text-ink hover:bg-heat-0'}`}
            >
              {place.label}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

type PhoneMenuProps = {
  places: Place[];
  current: string | undefined;
  children?: ReactNode;
};

function PhoneMenu({ places, current, children }: PhoneMenuProps) {
  return (
    <details>
      <summary className="ms-auto flex min-h-11 w-fit list-none items-center gap-2 rounded-control px-3 font-semibold text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="menu" size={20} />
        Menu
      </summary>
      <nav
        aria-label="Main"
        className="absolute inset-x-0 top-full z-10 border-b border-line bg-paper px-4 pb-4 shadow-lg sm:px-10"
      >
        <RailLinks places={places} current={current} />
        {children}
      </nav>
    </details>
  );
}

function Person({ viewer, className }: { viewer: Viewer; className: string }) {
  return (
    <div className={`text-sm ${className}`}>
      <p className="font-semibold">{viewer.name}</p>
      <div className="lg:hidden">
        <Whereabouts viewer={viewer} />
      </div>
      <ul className="mt-1">
        {own.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="link flex min-h-9 w-fit items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action="/sign-out">
        <button type="submit" className="link min-h-9">
          Sign out
        </button>
      </form>
    </div>
  );
}

const own: Place[] = [
  { href: '/me', label: 'Your account' },
  { href: '/organisation', label: 'Your organisation' },
];

/** The organisation the person works for now; a way to the others where there are any. */
function Whereabouts({ viewer }: { viewer: Viewer }) {
  return (
    <p className="text-sm text-ink-2">
      {viewer.organisation}
      {viewer.places > 1 ? (
        <>
          {' '}
          <a href="/places" className="link">
            Switch
          </a>
        </>
      ) : null}
    </p>
  );
}

function PublicFooter() {
  return (
    <footer className="mt-16 border-t border-line print:mt-8">
      <div className="mx-auto flex max-w-[68rem] flex-wrap gap-x-10 gap-y-2 px-4 py-6 text-sm text-ink-2 sm:px-10 print:px-0">
        <p className="max-w-prose flex-1 basis-80">
          Fairroute says who is certified to recruit without charging workers. It is not a state licence and
          does not vouch for a single job.
        </p>
        <p className="flex flex-wrap gap-x-6 print:hidden">
          <a className="link" href="/en/check">
            Check a recruiter
          </a>
          <a className="link" href="/verify">
            Verify a credential or receipt
          </a>
          <a className="link" href="/transparency">
            In public: figures and logs
          </a>
        </p>
      </div>
    </footer>
  );
}
