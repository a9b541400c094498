'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const form = document.getElementById('filters');
const dialog = document.getElementById('records');

// Amounts are added exactly, as whole numbers of the twelfth decimal.
const DECIMALS = 12;
const UNIT = 10n ** BigInt(DECIMALS);

function exact(text) {
  const [whole, decimals = ''] = text.replace('-', '').split('.');
  if (decimals.length > DECIMALS) {
    throw new RangeError(text + ' has too many decimals');
  }
  const number = BigInt(whole + decimals.padEnd(DECIMALS, '0'));
  return text.startsWith('-') ? -number : number;
}

// Two decimals, halves to the even neighbour, as the table was written before the script took it over.
function written(number) {
  const sign = number < 0n ? '-' : '';
  const step = UNIT / 100n;
  const value = number < 0n ? -number : number;
  let cents = value / step;
  const rest = value % step * 2n;
  if (rest > step || rest === step && cents % 2n === 1n) {
    cents += 1n;
  }
  return sign + (cents / 100n).toLocaleString('en-US') + '.' + String(cents % 100n).padStart(2, '0');
}

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
  return made;
}

function taken(records, name) {
  const owner = form.elements.owner.value;
  const status = form.elements[name].value;
  const from = form.elements.from.value;
  const to = form.elements.to.value;
  return records.rows.map((row, i) =>
    (owner === '*' || records.owner[i] === owner)
    && (status === '*' || records.status[i] === status)
    && (!from || records.day[i] !== '' && records.day[i] >= from)
    && (!to || records.day[i] !== '' && records.day[i] <= to));
}

// By which of its currencies a column is ordered: the one that most of its records have. Amounts in several are never mixed.
function leading(column) {
  const counts = new Map();
  Object.values(column.parts).flatMap(part => Object.keys(part))
    .forEach(currency => counts.set(currency, (counts.get(currency) || 0) + 1));
  column.mixed = counts.size > 1;
  return [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one))[0];
}

// What some records come to in a column: a count, or sums by currency.
function value(column, places) {
  if (!column.sums) {
    return {order: BigInt(places.length), text: places.length.toLocaleString('en-US')};
  }
  const sums = new Map();
  for (const place of places) {
    for (const [currency, amount] of Object.entries(column.parts[place] || {})) {
      sums.set(currency, (sums.get(currency) || 0n) + exact(amount));
    }
  }
  const currencies = [...sums.keys()].sort();
  return {
    order: sums.get(column.leading) || 0n,
    text: currencies.map(currency => (written(sums.get(currency)) + '\u00a0' + currency).trim()).join(' + ') || '0',
  };
}

class Report {
  constructor(report) {
    this.report = report;
    this.records = data.records[report.of];
    this.section = document.getElementById(report.id);
    this.sort = null;
    report.columns.forEach(column => {
      column.leading = leading(column);
    });
    this.section.querySelectorAll('thead th').forEach((th, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = th.textContent;
      button.addEventListener('click', () => this.sortBy(at));
      th.replaceChildren(button);
    });
  }

  sortBy(at) {
    const down = this.sort && this.sort.at === at ? !this.sort.down : at > 0;
    this.sort = {at, down};
    this.section.querySelectorAll('thead th').forEach((th, i) =>
      i === at ? th.setAttribute('aria-sort', down ? 'descending' : 'ascending') : th.removeAttribute('aria-sort'));
    this.show();
  }

  show() {
    const included = taken(this.records, this.report.of);
    const all = included.every(Boolean);
    this.section.classList.toggle('filtered', !all);
    const columns = this.report.columns;
    const rows = this.report.labels.map((label, i) => ({
      label,
      cells: columns.map(column => this.cell(column, column.cells[i], included)),
    }));
    const most = columns.map((column, i) =>
      rows.reduce((greatest, row) => row.cells[i].order > greatest ? row.cells[i].order : greatest, 0n));
    const body = document.createElement('tbody');
    this.ordered(rows).forEach(row => this.addRow(row, most, body));
    this.section.querySelector('tbody').replaceWith(body);
    const total = this.section.querySelector('tfoot tr');
    const head = total.firstElementChild;
    total.replaceChildren(head);
    columns.forEach(column => this.addCell('Total', this.cell(column, column.all, included), 0n, total));
  }

  cell(column, places, included) {
    const counted = places.filter(place => included[place]);
    return {column, places: counted, ...value(column, counted)};
  }

  ordered(rows) {
    if (!this.sort) {
      return rows;
    }
    const {at, down} = this.sort;
    const order = at === 0
      ? (one, other) => one.label.localeCompare(other.label, 'en')
      : (one, other) => one.cells[at - 1].order < other.cells[at - 1].order ? -1
        : one.cells[at - 1].order > other.cells[at - 1].order ? 1 : 0;
    return [...rows].sort((one, other) => down ? order(other, one) : order(one, other));
  }

  addRow(row, most, body) {
    const tr = element('tr', '', body);
    element('th', row.label, tr).scope = 'row';
    row.cells.forEach((cell, i) => this.addCell(row.label, cell, most[i], tr));
  }

  addCell(label, cell, most, tr) {
    const td = element('td', '', tr);
    if (cell.places.length === 0) {
      td.className = 'zero';
      td.textContent = cell.text;
      return;
    }
    if (most > 0n && cell.order > 0n && !cell.column.mixed) {
      td.className = 'bar';
      td.style.setProperty('--share', Number(cell.order * 1000n / most) / 10 + '%');
    }
    const button = element('button', cell.text, td);
    button.type = 'button';
    button.title = 'Show the records';
    button.addEventListener('click', () => this.drill(label, cell));
  }

  drill(label, cell) {
    const many = cell.places.length.toLocaleString('en-US') + (cell.places.length === 1 ? ' record' : ' records');
    document.getElementById('records-title').textContent = label + ', ' + cell.column.title + ': ' + many;
    const [head, body, foot] = ['thead', 'tbody', 'tfoot'].map(name => dialog.querySelector(name));
    [head, body, foot].forEach(part => part.replaceChildren());
    const titles = element('tr', '', head);
    this.records.titles.forEach(title => element('th', title, titles).style.textAlign = 'left');
    const sums = cell.column.sums;
    if (sums) {
      element('th', 'adds', titles).className = 'number';
    }
    cell.places.forEach(place => {
      const tr = element('tr', '', body);
      this.records.rows[place].forEach(text => element('td', text, tr));
      if (sums) {
        element('td', value(cell.column, [place]).text, tr).className = 'number';
      }
    });
    if (sums) {
      const tr = element('tr', '', foot);
      element('th', 'Total', tr);
      const sum = element('td', cell.text, tr);
      sum.colSpan = this.records.titles.length;
      sum.className = 'number';
    }
    dialog.showModal();
    dialog.querySelector('.wide').scrollTop = 0;
  }
}

function offer(select, texts) {
  const any = element('option', 'all', select);
  any.value = '*';
  [...new Set(texts)].sort((one, other) => one.localeCompare(other, 'en')).forEach(text => {
    element('option', text || 'none', select).value = text;
  });
}

const reports = data.reports.map(report => new Report(report));

function show() {
  reports.forEach(report => report.show());
  document.getElementById('shown').textContent = Object.entries(data.records)
    .map(([name, records]) => taken(records, name).filter(Boolean).length.toLocaleString('en-US') + ' of '
      + records.rows.length.toLocaleString('en-US') + ' ' + name)
    .join(', ');
}

for (const name of Object.keys(data.records)) {
  offer(form.elements[name], data.records[name].status);
}
offer(form.elements.owner, Object.values(data.records).flatMap(records => records.owner));
form.hidden = false;
form.addEventListener('input', show);
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', () => setTimeout(show));
document.getElementById('close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => {
  if (event.target === dialog) {
    dialog.close();
  }
});
show();
