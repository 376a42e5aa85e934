// Asks the device for a passkey when the form is sent, and puts its answer into the form as JSON.
const field = document.querySelector('[data-passkey]');
const said = document.querySelector('[data-passkey-said]');
document.querySelector('[data-passkey-needs]')?.remove();

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
const withBytes = (list) => list?.map((known) => ({ ...known, id: toBytes(known.id) }));

// Browsers of the last years read and write JSON themselves; for older ones the same by hand.
const read = {
  create: (json) =>
    PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
      ...json,
      challenge: toBytes(json.challenge),
      user: { ...json.user, id: toBytes(json.user.id) },
      excludeCredentials: withBytes(json.excludeCredentials),
    },
  get: (json) =>
    PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
      ...json,
      challenge: toBytes(json.challenge),
      allowCredentials: withBytes(json.allowCredentials),
    },
};

function write(credential) {
  if (credential.toJSON) return credential.toJSON();
  const { id, rawId, type, response } = credential;
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature'];
  const known = parts.filter((part) => response[part]).map((part) => [part, toText(response[part])]);
  const transports = response.getTransports?.();
  return {
    id,
    rawId: toText(rawId),
    type,
    clientExtensionResults: {},
    response: { ...Object.fromEntries(known), ...(transports && { transports }) },
  };
}

field?.form.addEventListener('submit', async (event) => {
  event.preventDefault();
  said.textContent = '';
  try {
    const way = field.dataset.passkey;
    const publicKey = read[way](JSON.parse(field.dataset.question));
    field.value = JSON.stringify(write(await navigator.credentials[way]({ publicKey })));
    field.form.submit();
  } catch (error) {
    said.textContent =
      error.name === 'InvalidStateError'
        ? 'This device has a passkey for your account already.'
        : 'Your device gave no passkey. Press the button again when you are ready.';
  }
});
