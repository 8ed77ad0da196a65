"""nomenklatura's logic-v2 on pairs of names from standard input (JSON: [[schema, name1, name2], ...]); prints the scores as JSON. An outside check."""
import json
import sys
from uuid import uuid4

from followthemoney import ValueEntity, model
from nomenklatura.matching.logic_v2.model import LogicV2

CONFIG = LogicV2.default_config()


def party(schema, name):
    entity = ValueEntity(model.get(schema), {"id": uuid4().hex})
    entity.add("name", name)
    return entity


json.dump([LogicV2.compare(party(s, a), party(s, b), CONFIG).score for s, a, b in json.load(sys.stdin)], sys.stdout)
