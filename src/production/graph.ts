import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph'
import { fold } from './fold/fold.ts'
import { next, type Room } from './next.ts'
import { type Desk, type Node, noEffects, type Seat } from './nodes/desk.ts'
import { assembleRoom, deliverRoom, exportRoom, wrapRoom } from './nodes/finishing.ts'
import { shootRoom } from './nodes/shoot.ts'
import { show } from './nodes/show.ts'
import { boardRoom, directRoom, pitchRoom, writersRoom } from './nodes/writing.ts'
import { ProductionChannels, type Shots } from './state.ts'
import { ProductionState } from './state.ts'
import { ProductionEvent } from './event.ts'
import { trusting } from './prices.ts'

/** One event goes through in a few milliseconds: whatever takes longer is an order to the lab, and comes back as an event. */
export function productionGraph(desk: Desk, checkpointer: BaseCheckpointSaver) {
  const room = (node: Node) => async (channels: typeof ProductionChannels.State) => {
    const seat = seatOf(channels)
    const made = await node(desk)(seat)
    return {
      effects: {
        orders: [...seat.effects.orders, ...made.orders],
        cards: [...seat.effects.cards, ...made.cards],
        cancels: [...seat.effects.cancels, ...made.cancels],
        mails: [...seat.effects.mails, ...made.mails],
      },
    }
  }
  return new StateGraph(ProductionChannels)
    .addNode('hear', (channels) => fold(ProductionState.parse(channels.production), ProductionEvent.parse(channels.event), channels.shots ?? {}, channels.house ?? trusting))
    .addNode('pitch', room(pitchRoom))
    .addNode('write', room(writersRoom))
    .addNode('board', room(boardRoom))
    .addNode('direct', room(directRoom))
    .addNode('shoot', room(shootRoom))
    .addNode('assemble', room(assembleRoom))
    .addNode('deliver', room(deliverRoom))
    .addNode('export', room(exportRoom))
    .addNode('wrap', room(wrapRoom))
    .addNode('show', room(show))
    .addEdge(START, 'hear')
    .addConditionalEdges('hear', ({ production, event }): Room => next(production, ProductionEvent.parse(event)), [
      'pitch', 'write', 'board', 'direct', 'shoot', 'assemble', 'deliver', 'export', 'wrap', 'show',
    ])
    .addEdge('pitch', 'show')
    .addEdge('write', 'show')
    .addEdge('board', 'show')
    .addEdge('direct', 'show')
    .addEdge('shoot', 'show')
    .addEdge('assemble', 'show')
    .addEdge('deliver', 'show')
    .addEdge('export', 'show')
    .addEdge('wrap', 'show')
    .addEdge('show', END)
    .compile({ checkpointer })
}

export type ProductionGraph = ReturnType<typeof productionGraph>

function seatOf(channels: typeof ProductionChannels.State): Seat {
  const patch = channels.patch ?? {}
  const shots: Shots = { ...channels.shots }
  for (const [number, shot] of Object.entries(patch)) {
    if (shot === null) delete shots[number]
    else shots[number] = shot
  }
  return { production: channels.production, event: ProductionEvent.parse(channels.event), shots, patch, said: channels.said ?? null, stale: channels.stale ?? null, gone: channels.gone ?? null, effects: channels.effects ?? noEffects }
}
