package io.stackwatch.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Writes answers: ids and units as strings, instants in ISO 8601, what is absent as null. */
final class Json {

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(words())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    Buffer write(Object answer) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written: " + answer.getClass(), e);
        }
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        for (Class<?> word : List.of(
                OutletId.class,
                EnterpriseId.class,
                RegionCode.class,
                Mn.class,
                FactorCode.class,
                Unit.class,
                DataFlag.class,
                ZoneId.class)) {
            module.addSerializer(word, ToStringSerializer.instance);
        }
        JsonSerializer<Optional<?>> optional = new OptionalSerializer();
        module.addSerializer(optional);
        return module;
    }

    private static final class OptionalSerializer extends StdSerializer<Optional<?>> {

        private static final long serialVersionUID = 1L;

        OptionalSerializer() {
            super(Optional.class, false);
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), json);
            } else {
                json.writeNull();
            }
        }
    }
}
