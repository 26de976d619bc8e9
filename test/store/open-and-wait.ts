// Opens the store of a folder, says so, and stays until it is ended or killed.
import { openStore } from '../../src/store/open-store.ts'

const store = await openStore({ home: process.argv[2] ?? '' })
process.send?.({ url: store.url })
process.once('message', () => void store.close().then(() => process.exit()))
process.once('disconnect', () => process.exit())
