/** The rest of a statement that begins with `with`. Keeps only each thread's newest checkpoint: the events are the history. Safe while the thread is held. */
export const pruneCheckpoints = `
  last as (select distinct on (thread_id, checkpoint_ns) * from redcliff.checkpoints where thread_id = $1
      order by thread_id, checkpoint_ns, checkpoint_id desc),
    writes as (delete from redcliff.checkpoint_writes x using last l where x.thread_id = l.thread_id
      and x.checkpoint_ns = l.checkpoint_ns and x.checkpoint_id < l.checkpoint_id),
    blobs as (delete from redcliff.checkpoint_blobs x using last l where x.thread_id = l.thread_id
      and x.checkpoint_ns = l.checkpoint_ns and (l.checkpoint->'channel_versions'->>x.channel) is distinct from x.version)
  delete from redcliff.checkpoints c using last l where c.thread_id = l.thread_id
    and c.checkpoint_ns = l.checkpoint_ns and c.checkpoint_id < l.checkpoint_id`
