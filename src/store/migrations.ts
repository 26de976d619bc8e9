/** In order; a step that was once released is never changed. Its place in the list, from 1, is the schema's version. */
export const migrations = [`
  create table redcliff.productions (
    id text primary key,
    title text not null,
    brief jsonb not null,
    surface text not null,
    owner text,
    phase text not null default 'new',
    created_at timestamptz not null default now(),
    finished_at timestamptz
  );

  create table redcliff.events (
    id bigserial primary key,
    production text not null references redcliff.productions on delete cascade,
    key text collate "C" not null,
    body jsonb not null,
    at timestamptz not null default clock_timestamp(),
    wake_at timestamptz not null default clock_timestamp(),
    handled_at timestamptz,
    dead_at timestamptz,
    tries int not null default 0,
    error text,
    unique (production, key)
  );
  create index events_waiting on redcliff.events (production, id) where handled_at is null and dead_at is null;

  create table redcliff.generations (
    key text primary key,
    craft text not null,
    label text not null,
    request jsonb not null,
    take int not null,
    rank int not null,
    status text not null default 'intent'
      check (status in ('intent', 'submitted', 'done', 'failed', 'unknown', 'cancelled')),
    provider text,
    model text,
    provider_job text,
    result jsonb,
    error jsonb,
    reserved_cost numeric not null default 0,
    cost numeric,
    progress real not null default 0,
    doing text,
    attempts int not null default 0,
    crashes int not null default 0,
    owner int,
    wake_at timestamptz not null default clock_timestamp(),
    created_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz,
    seconds numeric
  );
  create index generations_waiting on redcliff.generations (rank, created_at) where status = 'intent' and owner is null;
  create index generations_held on redcliff.generations (owner) where owner is not null;

  create table redcliff.awaiting (
    generation text not null references redcliff.generations on delete cascade,
    production text not null references redcliff.productions on delete cascade,
    answer jsonb not null,
    answer_hash text not null,
    cancelled boolean not null default false,
    primary key (generation, production, answer_hash)
  );
  create index awaiting_production on redcliff.awaiting (production);

  create table redcliff.shots (
    production text not null references redcliff.productions on delete cascade,
    number text not null,
    body jsonb not null,
    primary key (production, number)
  );

  create sequence redcliff.card_change;
  create table redcliff.cards (
    production text not null references redcliff.productions on delete cascade,
    slot text not null,
    revision int not null default 1,
    body jsonb not null,
    change bigint not null default nextval('redcliff.card_change'),
    posted int,
    message_id text,
    updated_at timestamptz not null default now(),
    primary key (production, slot)
  );
  create index cards_change on redcliff.cards (production, change);

  create table redcliff.checkpoint_migrations (v integer primary key)`,`
  -- Discord: a server's settings; where each production lives; what has been posted of it; where a press is answered.
  create table redcliff.guilds (
    guild text primary key,
    settings jsonb not null default '{}',
    -- bytes a message's file may have there
    upload_limit bigint not null default 10485760,
    updated_at timestamptz not null default now()
  );

  create table redcliff.threads (
    production text primary key references redcliff.productions on delete cascade,
    guild text,
    -- where the thread is opened: a text channel, a forum, a DM
    channel text not null,
    kind text not null check (kind in ('message', 'forum', 'private', 'here')),
    -- the message that the thread hangs on
    starter text,
    -- null until the poster has opened it
    thread text,
    opening_at timestamptz,
    owner text not null,
    crew jsonb not null default '[]',
    locale text not null default 'en-US',
    -- why nothing can be posted there any more: deleted, kicked, missing permissions
    lost text,
    created_at timestamptz not null default now()
  );
  create index threads_thread on redcliff.threads (thread);
  create index threads_guild on redcliff.threads (guild);

  create table redcliff.posts (
    production text not null references redcliff.productions on delete cascade,
    slot text not null,
    part int not null default 1,
    message text,
    revision int not null default 0,
    -- what the message shows, so that the same is not sent again
    shows text,
    nonce text not null,
    attempted_at timestamptz,
    posted_at timestamptz,
    primary key (production, slot, part)
  );
  create index posts_message on redcliff.posts (message);

  create table redcliff.replies (
    id text primary key,
    application text not null,
    token text not null,
    locale text not null,
    at timestamptz not null default now()
  );

  -- a film's state is its checkpoint; a single shot's, of /create and /animate, is here
  alter table redcliff.productions add column kind text not null default 'film' check (kind in ('film', 'single'));
  alter table redcliff.productions add column state jsonb`, `
  -- The poster: who posts in a thread now (a store's owner), and since when nothing could be posted there.
  alter table redcliff.threads add column poster int, add column lost_at timestamptz, add column lost_tries int not null default 0;
  -- what is owed, whatever the number of productions
  create index cards_owed on redcliff.cards (production) where posted is distinct from revision;
  create index posts_owed on redcliff.posts (production) where message is null;
  create index posts_progress on redcliff.posts (production) where slot = 'progress';
  create index threads_lost on redcliff.threads (lost_at) where lost is not null;
  create index replies_at on redcliff.replies (at);
  -- how long work of a kind takes of late
  create index generations_done on redcliff.generations (craft, finished_at desc) where status = 'done'`,`
  -- what was paid for, or may have been: one row for each order that went out to a provider, written before it goes
  create table redcliff.purchases (
    id bigserial primary key,
    generation text not null references redcliff.generations on delete cascade,
    step text not null,
    provider text not null,
    model text not null,
    status text not null default 'submitting' check (status in ('submitting', 'submitted', 'done', 'failed', 'unknown', 'given up')),
    -- the same for every try of this purchase
    idempotency uuid not null default gen_random_uuid(),
    job text,
    -- US dollars: what it was expected to cost, and what it did
    reserved numeric,
    cost numeric,
    usage jsonb,
    result jsonb,
    error text,
    created_at timestamptz not null default now(),
    ended_at timestamptz
  );
  create index purchases_generation on redcliff.purchases (generation, step);
  create index purchases_job on redcliff.purchases (provider, job)`, `
  -- Money: who pays for an order, what it may cost (null: not known), and whose turn it is.
  alter table redcliff.generations alter column reserved_cost drop not null,
    add column pool text, add column production text, add column guild text, add column person text,
    add column ordered_at timestamptz not null default now();
  alter table redcliff.purchases add column production text, add column guild text, add column person text;
  update redcliff.generations g set production = a.production, person = coalesce(t.owner, p.owner, p.id), guild = t.guild
    from redcliff.awaiting a join redcliff.productions p on p.id = a.production left join redcliff.threads t on t.production = p.id where a.generation = g.key;
  update redcliff.purchases u set production = g.production, guild = g.guild, person = g.person from redcliff.generations g where g.key = u.generation;
  -- what was spent stays counted when the film is deleted
  alter table redcliff.purchases drop constraint purchases_generation_fkey, alter column generation drop not null,
    add foreign key (generation) references redcliff.generations on delete set null;
  create index purchases_guild on redcliff.purchases (guild, created_at);
  create index purchases_production on redcliff.purchases (production);
  -- those that may still cost something
  create index generations_reserved on redcliff.generations (guild, production) where status in ('intent', 'submitted', 'unknown') and reserved_cost is distinct from 0;
  drop index redcliff.generations_waiting;
  create index generations_turns on redcliff.generations (pool, person, rank, created_at) where status = 'intent' and owner is null;
  -- when each person last had a turn in a pool
  create table redcliff.turns (pool text not null, person text not null, at timestamptz not null, primary key (pool, person));

  -- US dollars that this production may cost; null: what the server says
  alter table redcliff.productions add column budget numeric;
  -- roles of those who pay, as they were last seen: a cap may hang on them
  create table redcliff.members (guild text not null, person text not null, roles jsonb not null, primary key (guild, person));
  -- orders that a cap keeps from being placed
  create table redcliff.held (
    production text not null references redcliff.productions on delete cascade,
    generation text not null,
    ord jsonb not null,
    price numeric,
    guild text,
    cap text not null,
    -- when the cap's day or month is over
    until timestamptz,
    primary key (production, generation)
  );
  create index held_guild on redcliff.held (guild);
  -- each cap warns once
  create table redcliff.cap_warnings (account text not null, period timestamptz not null, dollars numeric not null, primary key (account, period, dollars))`,`
  -- workflows that somebody dropped, as named tools: of a server, or of all where guild is empty
  create table redcliff.tools (
    guild text not null default '',
    name text not null,
    body jsonb not null,
    person text,
    at timestamptz not null default now(),
    primary key (guild, name)
  )`, `
  -- What people agreed to for themselves, by server ('' is a message to the bot): to be shown, to answer for the pictures they bring. Kept when it is taken back.
  create table redcliff.consents (
    id bigserial primary key,
    guild text not null,
    person text not null,
    kind text not null check (kind in ('likeness', 'pictures')),
    -- the name to be shown under, or what was confirmed, in their words
    words text not null,
    given_at timestamptz not null default now(),
    revoked_at timestamptz
  );
  create unique index consents_standing on redcliff.consents (guild, person, kind) where revoked_at is null`,
]
