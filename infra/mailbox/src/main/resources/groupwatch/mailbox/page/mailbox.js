'use strict';

// Everything a mail says is put into the page as text; its HTML stands in a closed frame.

const PAGE = 100;
const EVERY = 3000;

const id = name => document.getElementById(name);
const shown = { mail: null, view: 'html', width: 'full', scheme: 'system', items: [], next: null };

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(answer.status === 404 ? 'gone' : `answer ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function when(instant, style) {
  return new Intl.DateTimeFormat(undefined, style).format(new Date(instant));
}

function shortTime(instant) {
  const today = new Date().toDateString() === new Date(instant).toDateString();
  return when(instant, today ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' });
}

// --- the list

function row(mail) {
  const link = element('a', undefined, { href: `#${mail.id}` });
  if (shown.mail && shown.mail.id === mail.id) link.setAttribute('aria-current', 'true');
  const line = element('div', undefined, { class: 'line' });
  line.append(element('span', mail.to.join(', ') || 'nobody'), element('time', shortTime(mail.receivedAt), { datetime: mail.receivedAt }));
  const from = element('div', undefined, { class: 'line' });
  from.append(element('span', mail.from || 'nobody'));
  link.append(line, element('strong', mail.subject || '(no subject)'), from);
  const item = element('li');
  item.append(link);
  return item;
}

function list() {
  id('mails').replaceChildren(...shown.items.map(row));
  id('empty').hidden = shown.items.length > 0;
  id('clear').hidden = shown.items.length === 0;
  id('more').hidden = !shown.next;
  const many = shown.items.length + (shown.next ? '+' : '');
  id('count').textContent = shown.items.length === 1 ? '1 mail' : `${many} mails`;
}

async function look() {
  try {
    const known = Math.max(PAGE, Math.min(500, shown.items.length));
    const page = await ask(`/mails?limit=${known}`);
    const before = shown.items.map(mail => mail.id).join();
    const now = page.items.map(mail => mail.id).join();
    if (before !== now || id('count').dataset.away) {
      shown.items = page.items;
      shown.next = page.next || null;
      list();
    }
    delete id('count').dataset.away;
  } catch (error) {
    id('count').textContent = 'The mailbox does not answer.';
    id('count').dataset.away = 'true';
  }
}

async function older() {
  const page = await ask(`/mails?limit=${PAGE}&cursor=${shown.next}`);
  shown.items.push(...page.items);
  shown.next = page.next || null;
  list();
}

async function clear() {
  if (!confirm('Delete all mails?')) return;
  await ask('/mails', { method: 'DELETE' });
  location.hash = '';
  await look();
}

// --- one mail

async function open() {
  const wanted = location.hash.slice(1);
  document.querySelector('main').classList.toggle('reading', wanted !== '');
  id('mail').hidden = wanted === '';
  id('hint').hidden = wanted !== '';
  shown.mail = null;
  if (wanted !== '') {
    try {
      const mail = await ask(`/mails/${encodeURIComponent(wanted)}`);
      if (location.hash.slice(1) !== wanted) return;
      shown.mail = mail;
      shown.view = mail.html === undefined ? 'text' : 'html';
      head(mail);
      view();
    } catch (error) {
      id('subject').textContent = error.message === 'gone' ? 'This mail is gone.' : 'This mail cannot be read.';
      id('facts').replaceChildren();
      id('attachments').replaceChildren();
      id('view').replaceChildren();
    }
  }
  list();
}

function head(mail) {
  id('subject').textContent = mail.subject || '(no subject)';
  const facts = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Received', `${when(mail.receivedAt, { dateStyle: 'full', timeStyle: 'medium' })} · ${size(mail.size)}`],
  ];
  id('facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)]));
  id('raw').href = `/mails/${mail.id}/raw`;
  id('tab-html').hidden = mail.html === undefined;
  id('attachments').replaceChildren(...mail.attachments.map(file => {
    const item = element('li');
    item.append(
      element('a', file.name || file.type, { href: `/mails/${mail.id}/parts/${encodeURIComponent(file.part)}` }),
      element('span', ` ${size(file.size)}`, { class: 'size' }));
    return item;
  }));
}

function frame(mail) {
  const made = element('iframe', undefined, {
    title: 'The mail as its reader sees it',
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
    src: `/mails/${mail.id}/html`,
  });
  made.className = `${shown.width} ${shown.scheme}`;
  return made;
}

function headers(mail) {
  const table = element('table');
  for (const { name, value } of mail.headers) {
    const line = table.insertRow();
    line.append(element('th', name, { scope: 'row' }), element('td', value));
  }
  return table;
}

function view() {
  const mail = shown.mail;
  if (!mail) return;
  const content = { html: frame, text: () => element('pre', mail.text || 'This mail has no plain text.'), headers };
  id('view').replaceChildren(content[shown.view](mail));
  id('view').setAttribute('aria-labelledby', `tab-${shown.view}`);
  for (const tab of document.querySelectorAll('[data-view]')) tab.setAttribute('aria-selected', tab.dataset.view === shown.view);
  id('widths').hidden = id('schemes').hidden = shown.view !== 'html';
  press('width');
  press('scheme');
}

function press(kind) {
  for (const button of document.querySelectorAll(`[data-${kind}]`)) button.setAttribute('aria-pressed', button.dataset[kind] === shown[kind]);
}

document.addEventListener('click', event => {
  const chosen = event.target.closest('button');
  if (!chosen) return;
  for (const kind of ['view', 'width', 'scheme']) {
    if (chosen.dataset[kind]) {
      shown[kind] = chosen.dataset[kind];
      view();
    }
  }
});
id('back').addEventListener('click', () => { location.hash = ''; });
id('more').addEventListener('click', older);
id('clear').addEventListener('click', clear);
addEventListener('hashchange', open);

look().then(open);
setInterval(look, EVERY);
